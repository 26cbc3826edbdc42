import { redirect } from "@remix-run/node";
import { ConflictPage } from "#app/components/supplier/question/conflict-page";
import { QuestionPage } from "#app/components/supplier/question/question-page";
import { drawnOnce, useDrawnOnce } from "#app/page/drawn-once";
import { forForm, forOpenSitting } from "#app/routes/supplier/answering";
import { titleOf } from "#app/routes/supplier/title";
import { handedOn, showTyped } from "#app/routes/supplier/turn";
import { conflictPage } from "#app/services/supplier/question/conflict-page";
import { questionPage } from "#app/services/supplier/question/question-page";
import type { Typed } from "#app/services/supplier/typed";
import { fromOf, takeAnswer } from "./taking";

export const meta = titleOf;

export const loader = forOpenSitting(({ ctx, sitting, param }, { context, request }) => {
  const question = param("question");
  const typed = handedOn<Typed>(context);
  if (typed?.conflict) return drawnOnce(conflictPage(ctx, sitting, { question, fields: typed.fields }));
  const from = new URL(request.url).searchParams.get("from") === "check" ? "check" : undefined;
  return drawnOnce(questionPage(ctx, sitting, { question, typed, from: typed ? fromOf(typed.fields) : from }));
});

export const action = forForm(async ({ ctx, sitting, param, fields }, { context }) => {
  const taken = await takeAnswer(ctx, sitting, param("question"), fields);
  if (taken.kind === "kept") return new Response(null, { status: taken.status });
  if (taken.kind === "go") return redirect(taken.to, taken.cookie ? { headers: { "set-cookie": taken.cookie } } : {});
  return showTyped(context, fields, taken.outcome);
});

export default function Question() {
  const view = useDrawnOnce<typeof loader>();
  return "conflict" in view ? <ConflictPage view={view} /> : <QuestionPage view={view} />;
}
