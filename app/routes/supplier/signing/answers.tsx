import { useLoaderData } from "@remix-run/react";
import { AnswersPage } from "#app/components/supplier/signing/check-page";
import { forSitting } from "#app/routes/supplier/answering";
import { titleOf } from "#app/routes/supplier/title";
import { answersPage } from "#app/services/supplier/signing/check-page";

export const meta = titleOf;

export const loader = forSitting(({ ctx, sitting }) => answersPage(ctx, sitting));

export default function Answers() {
  return <AnswersPage view={useLoaderData<typeof loader>()} />;
}
