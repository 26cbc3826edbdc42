import { data, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ConflictPage } from "#app/components/supplier/conflict-page";
import { QuestionPage } from "#app/components/supplier/question-page";
import { conflictPage } from "#app/services/supplier/conflict-page";
import { questionPage, type Typed } from "#app/services/supplier/question-page";
import { forForm, forOpenSitting } from "./answering";
import { fromOf, takeAnswer } from "./taking";
import { titleOf } from "./title";
import { handedOn, handOn } from "./turn";
import { unsavedStatus } from "./wish";

export const meta = titleOf;

type Turn = Typed & { readonly conflict: boolean };

export const loader = forOpenSitting(({ ctx, sitting, param }, { context, request }) => {
  const question = param("question");
  const turn = handedOn<Turn>(context);
  if (turn?.conflict) return conflictPage(ctx, sitting, { question, fields: turn.fields });
  const from = new URL(request.url).searchParams.get("from") === "check" ? "check" : undefined;
  return questionPage(ctx, sitting, { question, typed: turn, from: turn ? fromOf(turn.fields) : from });
});

export const action = forForm(async ({ ctx, sitting, param, fields }, { context }) => {
  const taken = await takeAnswer(ctx, sitting, param("question"), fields);
  if (taken.kind === "kept") return new Response(null, { status: taken.status });
  if (taken.kind === "go") return redirect(taken.to, taken.cookie ? { headers: { "set-cookie": taken.cookie } } : {});
  const { outcome } = taken;
  handOn<Turn>(context, {
    fields,
    errors: outcome.kind === "errors" ? outcome.errors : [],
    notSaved: outcome.kind === "not-saved",
    conflict: outcome.kind === "conflict",
  });
  return data(null, { status: unsavedStatus[outcome.kind] });
});

export default function Question() {
  const view = useLoaderData<typeof loader>();
  return "conflict" in view ? <ConflictPage view={view} /> : <QuestionPage view={view} />;
}
