import { AnswersPage } from "#app/components/supplier/print/answers-page";
import { useLoaderData } from "#app/router/api/route-data";
import { supplierPageTitle } from "#app/routes/supplier/requests/page-title";
import { forSession } from "#app/routes/supplier/requests/session-requests";
import { showAnswers } from "#app/services/supplier/print/show-answers";
import printed from "#app/styles/supplier/attestation/printed.css?url";

export const meta = supplierPageTitle;

// A sheet of its own: every other page goes without these rules.
export const links = () => [{ rel: "stylesheet", href: printed }];

export const loader = forSession(({ ctx }) => showAnswers(ctx, {}));

export default function Answers() {
  return <AnswersPage view={useLoaderData<typeof loader>()} />;
}
