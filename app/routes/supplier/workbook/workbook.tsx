import { ChangesPage } from "#app/components/supplier/workbook/changes-page";
import { WorkbookPage } from "#app/components/supplier/workbook/workbook-page";
import { languageCookie } from "#app/http/language-cookie";
import { readOneFile, withBodyRead } from "#app/http/multipart.server";
import { findLanguage } from "#app/i18n/languages";
import { data, redirect } from "#app/router/api/answers.server";
import { useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs } from "#app/router/api/route-types";
import { actionResult, setActionResult, showWithResult } from "#app/routes/supplier/requests/action-result";
import { fieldOf, formType } from "#app/routes/supplier/requests/form-fields";
import { supplierPageTitle } from "#app/routes/supplier/requests/page-title";
import { forForm, forOpenSession, forSession } from "#app/routes/supplier/requests/session-requests";
import { addressOf } from "#app/services/supplier/session/supplier-session";
import { applyWorkbook, fileOfForm } from "#app/services/supplier/workbook/apply-workbook";
import { showChanges } from "#app/services/supplier/workbook/show-changes";
import { showWorkbook } from "#app/services/supplier/workbook/show-workbook";
import { largestWorkbook, type Refusal, takeWorkbook } from "#app/services/supplier/workbook/take-workbook";
import sheet from "#app/styles/supplier/attestation/workbook.css?url";

export const meta = supplierPageTitle;

// A sheet of its own: every other page goes without these rules.
export const links = () => [{ rel: "stylesheet", href: sheet }];

type Shown = { readonly refused: Refusal } | { readonly changes: Parameters<typeof showChanges>[1] };

export const loader = forOpenSession(async ({ ctx }, { context, request }) => {
  const shown = actionResult<Shown>(context);
  if (shown && "changes" in shown) return { ...(await showChanges(ctx, shown.changes)), kind: "changes" as const };
  const saved = /^\d{1,5}$/.exec(new URL(request.url).searchParams.get("saved") ?? "")?.[0];
  const view = await showWorkbook(ctx, { ...shown, ...(saved === undefined ? {} : { saved: Number(saved) }) });
  return { ...view, kind: "workbook" as const };
});

// Whose session it is, is asked before a byte is read.
const receive = forSession(async ({ ctx }, { request, context }) => {
  const taken = await takeWorkbook(ctx, await readOneFile(request, largestWorkbook));
  if ("refused" in taken) return showWithResult<Shown>(context, taken, taken.refused === "too-large" ? 413 : 422);
  return showWithResult<Shown>(context, { changes: { file: taken.file } }, 200);
});

const apply = forForm(async ({ ctx, fields }, { context }) => {
  const language = findLanguage(fieldOf(fields, "language"))?.tag;
  if (language) {
    setActionResult<Shown>(context, { changes: { ...fileOfForm(fields), language } });
    return data(null, { headers: { "set-cookie": languageCookie(language, ctx.config) } });
  }
  const { kind, count, left } = await applyWorkbook(ctx, { fields });
  if (!left) return redirect(`${addressOf(ctx.session)}/workbook?saved=${count}`);
  const status = kind === "saved" ? 200 : kind === "partly" ? 409 : 507;
  return showWithResult<Shown>(
    context,
    { changes: { file: left, saved: count, notSaved: kind === "not-saved" } },
    status,
  );
});

export const action = (args: ActionArgs) =>
  args.request.headers.get("content-type")?.startsWith(formType)
    ? apply(args)
    : withBodyRead(args.request, () => receive(args));

export default function Workbook() {
  const view = useLoaderData<typeof loader>();
  return view.kind === "changes" ? <ChangesPage view={view} /> : <WorkbookPage view={view} />;
}
