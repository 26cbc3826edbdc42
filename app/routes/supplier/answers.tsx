import { useLoaderData } from "@remix-run/react";
import { AnswersPage } from "#app/components/supplier/check-page";
import { answersPage } from "#app/services/supplier/check-page";
import { forSitting } from "./answering";
import { titleOf } from "./title";

export const meta = titleOf;

export const loader = forSitting(({ ctx, sitting }) => answersPage(ctx, sitting));

export default function Answers() {
  return <AnswersPage view={useLoaderData<typeof loader>()} />;
}
