import { ConflictPage } from "#app/components/supplier/question/conflict-page";
import { QuestionPage } from "#app/components/supplier/question/question-page";
import { redirect } from "#app/router/answers.server";
import { serverOnlyData, useServerOnlyData } from "#app/router/fast/server-only-data";
import { actionResult, showUnsavedForm } from "#app/routes/supplier/requests/action-result";
import { titleOf } from "#app/routes/supplier/requests/page-title";
import { forForm, forOpenSession } from "#app/routes/supplier/requests/session-requests";
import { conflictPage } from "#app/services/supplier/question/conflict-page";
import { questionPage } from "#app/services/supplier/question/question-page";
import type { UnsavedForm } from "#app/services/supplier/session/unsaved-form";
import { fromOf, saveForm } from "./save-form";

export const meta = titleOf;

export const loader = forOpenSession(({ ctx, session, param }, { context, request }) => {
  const question = param("question");
  const typed = actionResult<UnsavedForm>(context);
  if (typed?.conflict) return serverOnlyData(conflictPage(ctx, session, { question, fields: typed.fields }));
  const from = new URL(request.url).searchParams.get("from") === "check" ? "check" : undefined;
  return serverOnlyData(questionPage(ctx, session, { question, typed, from: typed ? fromOf(typed.fields) : from }));
});

export const action = forForm(async ({ ctx, session, param, fields }, { context }) => {
  const taken = await saveForm(ctx, session, param("question"), fields);
  if (taken.kind === "kept") return new Response(null, { status: taken.status });
  if (taken.kind === "go") return redirect(taken.to, taken.cookie ? { headers: { "set-cookie": taken.cookie } } : {});
  return showUnsavedForm(context, fields, taken.outcome);
});

export default function Question() {
  const view = useServerOnlyData<typeof loader>();
  return "conflict" in view ? <ConflictPage view={view} /> : <QuestionPage view={view} />;
}
