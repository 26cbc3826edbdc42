import { SignPage } from "#app/components/supplier/signing/sign-page";
import { languageCookie } from "#app/http/language-cookie";
import { type LanguageOffer, offeredLanguage } from "#app/i18n/languages";
import { data, redirect } from "#app/router/api/answers.server";
import { useLoaderData } from "#app/router/api/route-data";
import { actionResult, setActionResult, showUnsavedForm } from "#app/routes/supplier/requests/action-result";
import { type FormFields, fieldOf } from "#app/routes/supplier/requests/form-fields";
import { supplierPageTitle } from "#app/routes/supplier/requests/page-title";
import { forForm, forOpenSession } from "#app/routes/supplier/requests/session-requests";
import { revisionOf } from "#app/services/supplier/session/page-input";
import { addressOf } from "#app/services/supplier/session/supplier-session";
import { type UnsavedForm, unsavedForm } from "#app/services/supplier/session/unsaved-form";
import { showSignPage } from "#app/services/supplier/signing/show-sign-page";
import { submitAttestation } from "#app/services/supplier/signing/submit-attestation";

export const meta = supplierPageTitle;

export const loader = forOpenSession(({ ctx }, { context }) => {
  const typed = actionResult<UnsavedForm>(context);
  const chosen = typed && chosenIn(typed.fields, ctx.session.file.campaign);
  return showSignPage({ ...ctx, language: chosen ?? ctx.language }, { typed });
});

/** The language that a button of the form asks for. */
function chosenIn(fields: FormFields, offer: LanguageOffer) {
  return offeredLanguage(offer, fieldOf(fields, "language"));
}

export const action = forForm(async ({ ctx, fields }, { context }) => {
  const chosen = chosenIn(fields, ctx.session.file.campaign);
  if (chosen) {
    setActionResult<UnsavedForm>(context, unsavedForm(fields, { kind: "errors", errors: [] }));
    return data(null, { headers: { "set-cookie": languageCookie(chosen, ctx.config) } });
  }
  const outcome = await submitAttestation(ctx, { fields, revision: revisionOf(fields) });
  if (outcome.kind === "submitted") return redirect(`${addressOf(ctx.session)}/receipt`);
  return showUnsavedForm(context, fields, outcome);
});

export default function Sign() {
  return <SignPage view={useLoaderData<typeof loader>()} />;
}
