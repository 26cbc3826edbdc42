import { PastePage } from "#app/components/supplier/rows/paste-page";
import { Problem } from "#app/domain/problem";
import { languageCookie } from "#app/http/language-cookie";
import { data, redirect } from "#app/router/api/answers.server";
import { useLoaderData } from "#app/router/api/route-data";
import { actionResult, setActionResult, showWithResult } from "#app/routes/supplier/requests/action-result";
import { fieldOf } from "#app/routes/supplier/requests/form-fields";
import { originOf } from "#app/routes/supplier/requests/origin";
import { supplierPageTitle } from "#app/routes/supplier/requests/page-title";
import { forForm, forOpenSession } from "#app/routes/supplier/requests/session-requests";
import { addPasted } from "#app/services/supplier/paste/add-pasted";
import { showPaste } from "#app/services/supplier/paste/show-paste";
import { afterTable } from "#app/services/supplier/session/after-question";
import { revisionOf } from "#app/services/supplier/session/page-input";
import { submitIntent } from "./submit-intent";

export const meta = supplierPageTitle;

/** What was pasted, to be shown again. */
type PastedText = {
  readonly text: string;
  readonly notSaved: boolean;
  readonly basedOn: number;
  readonly language?: string;
};

const tableIn = (param: (name: string) => string) => ({ question: param("question"), part: param("part") });

export const loader = forOpenSession(({ ctx, param }, { context, request }) =>
  showPaste(ctx, { ...tableIn(param), ...actionResult<PastedText>(context), from: originOf(request) }),
);

export const action = forForm(async ({ ctx, param, fields }, { context, request }) => {
  const at = tableIn(param);
  const text = fieldOf(fields, "text");
  const basedOn = revisionOf(fields);
  const { then, language } = submitIntent(fields);
  if (then !== "add" || language) {
    setActionResult<PastedText>(context, { text, basedOn, notSaved: false, language });
    return data(null, language && { headers: { "set-cookie": languageCookie(language, ctx.config) } });
  }
  const outcome = await addPasted(ctx, { ...at, text, basedOn });
  if (outcome.kind === "saved") return redirect(afterTable(ctx.session, at.question, originOf(request)));
  if (outcome.kind === "conflict") throw new Problem("changed-meanwhile");
  return showWithResult<PastedText>(context, { text, basedOn, notSaved: true }, 507);
});

export default function Paste() {
  return <PastePage view={useLoaderData<typeof loader>()} />;
}
