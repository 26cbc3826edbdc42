import { AnswersPage } from "#app/components/supplier/signing/check-page";
import { useLoaderData } from "#app/router/route-data";
import { titleOf } from "#app/routes/supplier/requests/page-title";
import { forSession } from "#app/routes/supplier/requests/session-requests";
import { answersPage } from "#app/services/supplier/signing/check-page";

export const meta = titleOf;

export const loader = forSession(({ ctx, session }) => answersPage(ctx, session));

export default function Answers() {
  return <AnswersPage view={useLoaderData<typeof loader>()} />;
}
