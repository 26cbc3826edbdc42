import { ConflictPage } from "#app/components/supplier/question/conflict-page";
import { RowPage } from "#app/components/supplier/rows/row-page";
import { Problem } from "#app/domain/problem";
import { languageCookie } from "#app/http/language-cookie";
import { redirect } from "#app/router/api/answers.server";
import { serverOnlyData, useServerOnlyData } from "#app/router/fast/server-only-data";
import { actionResult, showUnsavedForm, showWithResult } from "#app/routes/supplier/requests/action-result";
import { originOf } from "#app/routes/supplier/requests/origin";
import { supplierPageTitle } from "#app/routes/supplier/requests/page-title";
import { forForm, forOpenSession } from "#app/routes/supplier/requests/session-requests";
import { showConflict } from "#app/services/supplier/question/show-conflict";
import { saveRow } from "#app/services/supplier/rows/save-row";
import { showRow } from "#app/services/supplier/rows/show-row";
import { afterRow } from "#app/services/supplier/session/after-question";
import { withOrigin } from "#app/services/supplier/session/origin";
import { revisionOf } from "#app/services/supplier/session/page-input";
import { addressOf } from "#app/services/supplier/session/supplier-session";
import type { UnsavedForm } from "#app/services/supplier/session/unsaved-form";
import { autosaveStatus, draftLimitText, submitIntent } from "./submit-intent";

export const meta = supplierPageTitle;

/** A form of a new row that is wanted back with what the last row says; nothing of it is saved. */
type CopyWanted = { readonly copies: UnsavedForm };

/** Which row a page is about: `new` in its address is one that is not there yet. */
function rowAt(param: (name: string) => string) {
  const row = param("row");
  return { question: param("question"), part: param("part"), row: row === "new" ? undefined : row };
}

export const loader = forOpenSession(async ({ ctx, param }, { context, request }) => {
  const result = actionResult<UnsavedForm | CopyWanted>(context);
  const { question, part, row } = rowAt(param);
  const from = originOf(request);
  const copies = result !== undefined && "copies" in result;
  const typed = copies ? result.copies : result;
  if (typed?.conflict && row !== undefined) {
    return serverOnlyData(await showConflict(ctx, { question, fields: typed.fields, row: { part, id: row }, from }));
  }
  return serverOnlyData(await showRow(ctx, { question, part, row, typed, copies, from }));
});

export const action = forForm(async ({ ctx, param, fields }, { context, request }) => {
  const at = rowAt(param);
  const { then, language, intent } = submitIntent(fields, ctx.session.file.campaign);
  if (then === "copy" && at.row === undefined) {
    const copies = { fields, errors: [], notSaved: false, conflict: false };
    return showWithResult<CopyWanted>(context, { copies }, 200);
  }
  const outcome = await saveRow(ctx, { ...at, fields, basedOn: revisionOf(fields), intent });
  if (then === "typing") return new Response(null, { status: autosaveStatus(outcome.kind) });
  if (outcome.kind === "too-large") throw new Problem("too-large", { limit: draftLimitText });
  if (outcome.kind === "saved" || outcome.kind === "draft") {
    const from = originOf(request);
    const table = `${addressOf(ctx.session)}/${at.question}/${at.part}`;
    const after = afterRow(outcome.kind === "saved" ? outcome.session : ctx.session, at, from);
    // Whoever chose another language reads on where they were; a new row that is whole is in the list by now.
    const stays = outcome.kind === "draft" || (language !== undefined && at.row !== undefined);
    const here = stays ? withOrigin(`${table}/${param("row")}`, from) : after;
    const to = then === "another" ? withOrigin(`${table}/new`, from) : here;
    return redirect(to, language && { headers: { "set-cookie": languageCookie(language, ctx.config) } });
  }
  return showUnsavedForm(context, fields, outcome);
});

export default function Row() {
  const view = useServerOnlyData<typeof loader>();
  return "conflict" in view ? <ConflictPage view={view} /> : <RowPage view={view} />;
}
