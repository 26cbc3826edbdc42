import { AskedActionPage } from "#app/components/supplier/actions/asked-action-page";
import { languageCookie } from "#app/http/language-cookie";
import { offeredLanguage } from "#app/i18n/languages";
import { data, redirect } from "#app/router/api/answers.server";
import { useLoaderData } from "#app/router/api/route-data";
import { actionResult, setActionResult, showWithResult } from "#app/routes/supplier/requests/action-result";
import { fieldOf } from "#app/routes/supplier/requests/form-fields";
import { supplierPageTitle } from "#app/routes/supplier/requests/page-title";
import { forForm, forSession } from "#app/routes/supplier/requests/session-requests";
import { answerAction } from "#app/services/supplier/actions/answer-action";
import { showAskedAction, type TypedAnswer } from "#app/services/supplier/actions/show-action";
import { addressOf } from "#app/services/supplier/session/supplier-session";
import sheet from "#app/styles/supplier/attestation/actions.css?url";

export const meta = supplierPageTitle;

// A sheet of its own: every other page goes without these rules.
export const links = () => [{ rel: "stylesheet", href: sheet }];

export const loader = forSession(({ ctx, param }, { context }) => {
  const typed = actionResult<TypedAnswer>(context);
  const chosen = typed && offeredLanguage(ctx.session.file.campaign, fieldOf(typed.fields, "language"));
  return showAskedAction({ ...ctx, language: chosen ?? ctx.language }, { action: param("action"), typed });
});

export const action = forForm(async ({ ctx, param, fields }, { context }) => {
  const chosen = offeredLanguage(ctx.session.file.campaign, fieldOf(fields, "language"));
  if (chosen) {
    setActionResult<TypedAnswer>(context, { fields });
    return data(null, { headers: { "set-cookie": languageCookie(chosen, ctx.config) } });
  }
  const asked = param("action");
  const outcome = await answerAction(ctx, { action: asked, fields });
  if (outcome.kind === "kept") return redirect(`${addressOf(ctx.session)}/actions/${asked}`, 303);
  if (outcome.kind === "errors") return showWithResult<TypedAnswer>(context, { fields, errors: outcome.errors }, 422);
  return showWithResult<TypedAnswer>(context, { fields, notSaved: true }, 507);
});

export default function AskedAction() {
  return <AskedActionPage view={useLoaderData<typeof loader>()} />;
}
