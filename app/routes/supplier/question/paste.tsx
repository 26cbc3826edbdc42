import { PastePage } from "#app/components/supplier/rows/paste-page";
import { Problem } from "#app/domain/problem";
import { languageCookie } from "#app/i18n/language-cookie";
import { data, redirect } from "#app/router/answers.server";
import { useLoaderData } from "#app/router/route-data";
import { actionResult, setActionResult, showWithResult } from "#app/routes/supplier/requests/action-result";
import { fieldOf } from "#app/routes/supplier/requests/form-fields";
import { titleOf } from "#app/routes/supplier/requests/page-title";
import { forForm, forOpenSession } from "#app/routes/supplier/requests/session-requests";
import { addPasted, pastePage } from "#app/services/supplier/rows/paste-page";
import { tableAt } from "#app/services/supplier/rows/save-row";
import { addressOf } from "#app/services/supplier/session/supplier-session";
import { submitIntent } from "./submit-intent";

export const meta = titleOf;

type Turn = { readonly text: string; readonly notSaved: boolean; readonly language?: string };

export const loader = forOpenSession(({ ctx, session, param }, { context }) => {
  const place = tableAt(session, param("question"), param("part"));
  const { text, notSaved = false, language = ctx.language } = actionResult<Turn>(context) ?? {};
  return pastePage({ ...ctx, language }, session, place, { text, notSaved });
});

export const action = forForm(async ({ ctx, session, param, fields }, { context }) => {
  const place = tableAt(session, param("question"), param("part"));
  const text = fieldOf(fields, "text");
  const { then, language } = submitIntent(fields);
  if (then !== "add" || language) {
    setActionResult<Turn>(context, { text, notSaved: false, language });
    return data(null, language && { headers: { "set-cookie": languageCookie(language, ctx.config) } });
  }
  const outcome = await addPasted(ctx, session, place, { text, language: ctx.language });
  if (outcome.kind === "saved") return redirect(`${addressOf(session)}/${place.question.id}`);
  if (outcome.kind === "conflict") throw new Problem("changed-meanwhile");
  return showWithResult<Turn>(context, { text, notSaved: true }, 507);
});

export default function Paste() {
  return <PastePage view={useLoaderData<typeof loader>()} />;
}
