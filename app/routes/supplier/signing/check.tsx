import { CheckPage } from "#app/components/supplier/signing/check-page";
import { useLoaderData } from "#app/router/api/route-data";
import { supplierPageTitle } from "#app/routes/supplier/requests/page-title";
import { forOpenSession } from "#app/routes/supplier/requests/session-requests";
import { showCheck } from "#app/services/supplier/signing/show-check";

export const meta = supplierPageTitle;

export const loader = forOpenSession(({ ctx }) => showCheck(ctx, {}));

export default function Check() {
  return <CheckPage view={useLoaderData<typeof loader>()} />;
}
