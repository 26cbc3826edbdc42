import { ResultPage } from "#app/components/supplier/signing/result-page";
import { useLoaderData } from "#app/router/api/route-data";
import { supplierPageTitle } from "#app/routes/supplier/requests/page-title";
import { forSession } from "#app/routes/supplier/requests/session-requests";
import { showResult } from "#app/services/supplier/receipt/show-result";
import result from "#app/styles/supplier/attestation/result.css?url";

export const meta = supplierPageTitle;

// A sheet of its own: every other page goes without these rules.
export const links = () => [{ rel: "stylesheet", href: result }];

export const loader = forSession(({ ctx }) => showResult(ctx, {}));

export default function Result() {
  return <ResultPage view={useLoaderData<typeof loader>()} />;
}
