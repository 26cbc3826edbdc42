import { ResultPage } from "#app/components/supplier/signing/result-page";
import { useLoaderData } from "#app/router/api/route-data";
import { supplierPageTitle } from "#app/routes/supplier/requests/page-title";
import { forSession } from "#app/routes/supplier/requests/session-requests";
import { showResult } from "#app/services/supplier/receipt/show-result";

export const meta = supplierPageTitle;

export const loader = forSession(({ ctx }) => showResult(ctx, {}));

export default function Result() {
  return <ResultPage view={useLoaderData<typeof loader>()} />;
}
