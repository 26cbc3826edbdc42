import { PastePage } from "#app/components/supplier/rows/paste-page";
import { languageCookie } from "#app/http/language-cookie";
import { readOneFile, withBodyRead } from "#app/http/multipart.server";
import { data, redirect } from "#app/router/api/answers.server";
import { useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs } from "#app/router/api/route-types";
import { actionResult, setActionResult, showWithResult } from "#app/routes/supplier/requests/action-result";
import { fieldOf } from "#app/routes/supplier/requests/form-fields";
import { originOf } from "#app/routes/supplier/requests/origin";
import { supplierPageTitle } from "#app/routes/supplier/requests/page-title";
import { forForm, forOpenSession, forSession } from "#app/routes/supplier/requests/session-requests";
import { addPasted } from "#app/services/supplier/paste/add-pasted";
import { showPaste } from "#app/services/supplier/paste/show-paste";
import { type FileRefusal, takeTableFile } from "#app/services/supplier/paste/take-table-file";
import { afterTable } from "#app/services/supplier/session/after-question";
import { revisionOf } from "#app/services/supplier/session/page-input";
import { largestWorkbook } from "#app/services/supplier/workbook/take-workbook";
import { submitIntent } from "./submit-intent";

export const meta = supplierPageTitle;

/** What was pasted, to be shown again. */
type PastedText = {
  readonly text: string;
  readonly basedOn: number;
  readonly language?: string;
  readonly added?: number;
  readonly changed?: boolean;
  readonly notSaved?: boolean;
  readonly refused?: FileRefusal;
};

const tableIn = (param: (name: string) => string) => ({ question: param("question"), part: param("part") });

export const loader = forOpenSession(({ ctx, param }, { context, request }) =>
  showPaste(ctx, { ...tableIn(param), ...actionResult<Partial<PastedText>>(context), from: originOf(request) }),
);

// Whose session it is, is asked before a byte is read.
const receive = forSession(async ({ ctx, param }, { request, context }) => {
  const { bytes } = await readOneFile(request, largestWorkbook);
  const taken = await takeTableFile(ctx, { ...tableIn(param), bytes });
  if ("text" in taken) return showWithResult<Partial<PastedText>>(context, taken, 200);
  return showWithResult<Partial<PastedText>>(context, taken, taken.refused === "too-large" ? 413 : 422);
});

const look = forForm(async ({ ctx, param, fields }, { context, request }) => {
  const at = tableIn(param);
  const text = fieldOf(fields, "text");
  const basedOn = revisionOf(fields);
  const { then, language } = submitIntent(fields, ctx.session.file.campaign);
  if (then !== "add" || language) {
    setActionResult<PastedText>(context, { text, basedOn, language });
    return data(null, language && { headers: { "set-cookie": languageCookie(language, ctx.config) } });
  }
  const outcome = await addPasted(ctx, { ...at, text, basedOn });
  switch (outcome.kind) {
    case "saved": {
      const { left, added } = outcome;
      // What was not added stays on the page: it is nowhere else.
      if (left !== "") return showWithResult<Omit<PastedText, "basedOn">>(context, { text: left, added }, 200);
      return redirect(afterTable(ctx.session, at.question, originOf(request)));
    }
    case "conflict":
      return showWithResult<PastedText>(context, { text, basedOn, changed: true }, 409);
    case "not-saved":
      return showWithResult<PastedText>(context, { text, basedOn, notSaved: true }, 507);
  }
});

export const action = (args: ActionArgs) =>
  args.request.headers.get("content-type")?.startsWith("multipart/form-data")
    ? withBodyRead(args.request, () => receive(args))
    : look(args);

export default function Paste() {
  return <PastePage view={useLoaderData<typeof loader>()} />;
}
