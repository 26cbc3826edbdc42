import { redirect } from "@remix-run/node";
import { ConflictPage } from "#app/components/supplier/question/conflict-page";
import { RowPage } from "#app/components/supplier/rows/row-page";
import { languageCookie } from "#app/i18n/language-cookie";
import { drawnOnce, useDrawnOnce } from "#app/page/drawn-once";
import { Problem } from "#app/problem";
import { forForm, forOpenSitting } from "#app/routes/supplier/answering";
import { revisionOf } from "#app/routes/supplier/form";
import { titleOf } from "#app/routes/supplier/title";
import { handedOn, showTyped } from "#app/routes/supplier/turn";
import { conflictPage } from "#app/services/supplier/question/conflict-page";
import { rowPage } from "#app/services/supplier/rows/row-page";
import { saveRow, tableAt } from "#app/services/supplier/rows/save-row";
import { addressOf } from "#app/services/supplier/sitting";
import type { Typed } from "#app/services/supplier/typed";
import { draftInWords, keptStatus, wishOf } from "./wish";

export const meta = titleOf;

function rowIn(param: (name: string) => string): string | undefined {
  return param("row") === "new" ? undefined : param("row");
}

export const loader = forOpenSitting(({ ctx, sitting, param }, { context }) => {
  const place = tableAt(sitting, param("question"), param("part"));
  const typed = handedOn<Typed>(context);
  const row = rowIn(param);
  if (typed?.conflict && row !== undefined) {
    const at = { part: place.part, id: row };
    return drawnOnce(conflictPage(ctx, sitting, { question: place.question.id, fields: typed.fields, row: at }));
  }
  return drawnOnce(rowPage(ctx, sitting, place, { row, typed }));
});

export const action = forForm(async ({ ctx, sitting, param, fields }, { context }) => {
  const place = tableAt(sitting, param("question"), param("part"));
  const { then, language, intent } = wishOf(fields);
  const row = rowIn(param);
  const outcome = await saveRow(ctx, sitting, place, { row, fields, basedOn: revisionOf(fields), intent });
  if (then === "typing") return new Response(null, { status: keptStatus(outcome.kind) });
  const base = `${addressOf(sitting)}/${place.question.id}`;
  if (outcome.kind === "too-large") throw new Problem("too-large", { limit: draftInWords });
  if (outcome.kind === "saved" || outcome.kind === "draft") {
    const here = outcome.kind === "draft" ? `${base}/${place.part.id}/${param("row")}` : base;
    const to = then === "another" ? `${base}/${place.part.id}/new` : here;
    return redirect(to, language && { headers: { "set-cookie": languageCookie(language, ctx.config) } });
  }
  return showTyped(context, fields, outcome);
});

export default function Row() {
  const view = useDrawnOnce<typeof loader>();
  return "conflict" in view ? <ConflictPage view={view} /> : <RowPage view={view} />;
}
