import { EarlierPage } from "#app/components/supplier/earlier/earlier-page";
import { useLoaderData } from "#app/router/api/route-data";
import { supplierPageTitle } from "#app/routes/supplier/requests/page-title";
import { forOpenSession } from "#app/routes/supplier/requests/session-requests";
import { showEarlier } from "#app/services/supplier/earlier/show-earlier";

export const meta = supplierPageTitle;

export const loader = forOpenSession(({ ctx }) => showEarlier(ctx, {}));

export default function Earlier() {
  return <EarlierPage view={useLoaderData<typeof loader>()} />;
}
