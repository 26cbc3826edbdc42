import { ConflictPage } from "#app/components/supplier/question/conflict-page";
import { RowPage } from "#app/components/supplier/rows/row-page";
import { Problem } from "#app/domain/problem";
import { languageCookie } from "#app/i18n/language-cookie";
import { redirect } from "#app/router/answers.server";
import { serverOnlyData, useServerOnlyData } from "#app/router/fast/server-only-data";
import { actionResult, showUnsavedForm } from "#app/routes/supplier/requests/action-result";
import { revisionOf } from "#app/routes/supplier/requests/form-fields";
import { titleOf } from "#app/routes/supplier/requests/page-title";
import { forForm, forOpenSession } from "#app/routes/supplier/requests/session-requests";
import { conflictPage } from "#app/services/supplier/question/conflict-page";
import { rowPage } from "#app/services/supplier/rows/row-page";
import { saveRow, tableAt } from "#app/services/supplier/rows/save-row";
import { addressOf } from "#app/services/supplier/session/supplier-session";
import type { UnsavedForm } from "#app/services/supplier/session/unsaved-form";
import { draftInWords, keptStatus, submitIntent } from "./submit-intent";

export const meta = titleOf;

function rowIn(param: (name: string) => string): string | undefined {
  return param("row") === "new" ? undefined : param("row");
}

export const loader = forOpenSession(({ ctx, session, param }, { context }) => {
  const place = tableAt(session, param("question"), param("part"));
  const typed = actionResult<UnsavedForm>(context);
  const row = rowIn(param);
  if (typed?.conflict && row !== undefined) {
    const at = { part: place.part, id: row };
    return serverOnlyData(conflictPage(ctx, session, { question: place.question.id, fields: typed.fields, row: at }));
  }
  return serverOnlyData(rowPage(ctx, session, place, { row, typed }));
});

export const action = forForm(async ({ ctx, session, param, fields }, { context }) => {
  const place = tableAt(session, param("question"), param("part"));
  const { then, language, intent } = submitIntent(fields);
  const row = rowIn(param);
  const outcome = await saveRow(ctx, session, place, { row, fields, basedOn: revisionOf(fields), intent });
  if (then === "typing") return new Response(null, { status: keptStatus(outcome.kind) });
  const base = `${addressOf(session)}/${place.question.id}`;
  if (outcome.kind === "too-large") throw new Problem("too-large", { limit: draftInWords });
  if (outcome.kind === "saved" || outcome.kind === "draft") {
    const here = outcome.kind === "draft" ? `${base}/${place.part.id}/${param("row")}` : base;
    const to = then === "another" ? `${base}/${place.part.id}/new` : here;
    return redirect(to, language && { headers: { "set-cookie": languageCookie(language, ctx.config) } });
  }
  return showUnsavedForm(context, fields, outcome);
});

export default function Row() {
  const view = useServerOnlyData<typeof loader>();
  return "conflict" in view ? <ConflictPage view={view} /> : <RowPage view={view} />;
}
