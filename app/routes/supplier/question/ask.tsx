import { AskPage } from "#app/components/supplier/question/ask-page";
import { languageCookie } from "#app/http/language-cookie";
import { offeredLanguage } from "#app/i18n/languages";
import { data, redirect } from "#app/router/api/answers.server";
import { useLoaderData } from "#app/router/api/route-data";
import { actionResult, setActionResult, showWithResult } from "#app/routes/supplier/requests/action-result";
import { fieldOf } from "#app/routes/supplier/requests/form-fields";
import { originOf } from "#app/routes/supplier/requests/origin";
import { supplierPageTitle } from "#app/routes/supplier/requests/page-title";
import { forForm, forOpenSession } from "#app/routes/supplier/requests/session-requests";
import { askHelp } from "#app/services/supplier/help/ask-help";
import { showAsk, type TypedMessage } from "#app/services/supplier/help/show-ask";
import { withOrigin } from "#app/services/supplier/session/origin";
import { addressOf } from "#app/services/supplier/session/supplier-session";

export const meta = supplierPageTitle;

export const loader = forOpenSession(({ ctx, param }, { context, request }) => {
  const typed = actionResult<TypedMessage>(context);
  const chosen = typed && offeredLanguage(ctx.session.file.campaign, fieldOf(typed.fields, "language"));
  const question = param("question");
  return showAsk({ ...ctx, language: chosen ?? ctx.language }, { question, typed, from: originOf(request) });
});

export const action = forForm(async ({ ctx, param, fields }, { context, request }) => {
  const chosen = offeredLanguage(ctx.session.file.campaign, fieldOf(fields, "language"));
  if (chosen) {
    setActionResult<TypedMessage>(context, { fields });
    return data(null, { headers: { "set-cookie": languageCookie(chosen, ctx.config) } });
  }
  const question = param("question");
  const outcome = await askHelp(ctx, { question, fields });
  if (outcome.kind === "asked")
    return redirect(withOrigin(`${addressOf(ctx.session)}/${question}/ask`, originOf(request)));
  if (outcome.kind === "errors") return showWithResult<TypedMessage>(context, { fields, error: outcome.error }, 422);
  const status = outcome.kind === "full" ? 409 : 507;
  return showWithResult<TypedMessage>(context, { fields, trouble: outcome.kind }, status);
});

export default function Ask() {
  return <AskPage view={useLoaderData<typeof loader>()} />;
}
