import { ConflictPage } from "#app/components/supplier/question/conflict-page";
import { QuestionPage } from "#app/components/supplier/question/question-page";
import { redirect } from "#app/router/api/answers.server";
import { serverOnlyData, useServerOnlyData } from "#app/router/fast/server-only-data";
import { actionResult, showUnsavedForm } from "#app/routes/supplier/requests/action-result";
import { originOf } from "#app/routes/supplier/requests/origin";
import { supplierPageTitle } from "#app/routes/supplier/requests/page-title";
import { forForm, forOpenSession } from "#app/routes/supplier/requests/session-requests";
import { showConflict } from "#app/services/supplier/question/show-conflict";
import { showQuestion } from "#app/services/supplier/question/show-question";
import { listPageIn } from "#app/services/supplier/rows/list/list-pages";
import type { UnsavedForm } from "#app/services/supplier/session/unsaved-form";
import { originPageOf, saveForm, toldType } from "./save-form";

export const meta = supplierPageTitle;

export const loader = forOpenSession(async ({ ctx, param }, { context, request }) => {
  const question = param("question");
  const typed = actionResult<UnsavedForm>(context);
  if (typed?.conflict)
    return serverOnlyData(
      await showConflict(ctx, { question, fields: typed.fields, from: originPageOf(typed.fields) }),
    );
  const from = originOf(request);
  const lines = listPageIn(new URL(request.url).searchParams.get("lines"));
  const opened = typed ? originPageOf(typed.fields) : from;
  return serverOnlyData(await showQuestion(ctx, { question, typed, lines, from: opened }));
});

export const action = forForm(async ({ ctx, param, fields }, { context }) => {
  const saved = await saveForm(ctx, param("question"), fields);
  if (saved.kind === "kept") return new Response(saved.told ?? null, { status: saved.status, headers: toldType });
  if (saved.kind === "go") return redirect(saved.to, saved.cookie ? { headers: { "set-cookie": saved.cookie } } : {});
  return showUnsavedForm(context, fields, saved.outcome);
});

export default function Question() {
  const view = useServerOnlyData<typeof loader>();
  return "conflict" in view ? <ConflictPage view={view} /> : <QuestionPage view={view} />;
}
