import { AllEvidencePage } from "#app/components/supplier/evidence/all-evidence-page";
import { useLoaderData } from "#app/router/api/route-data";
import { supplierPageTitle } from "#app/routes/supplier/requests/page-title";
import { forOpenSession } from "#app/routes/supplier/requests/session-requests";
import { showAllEvidence } from "#app/services/supplier/evidence/all/show-all-evidence";
import waiting from "#app/styles/supplier/question/waiting.css?url";

export const meta = supplierPageTitle;

export const links = () => [{ rel: "stylesheet", href: waiting }];

export const loader = forOpenSession(({ ctx }) => showAllEvidence(ctx, {}));

export default function AllEvidence() {
  return <AllEvidencePage view={useLoaderData<typeof loader>()} />;
}
