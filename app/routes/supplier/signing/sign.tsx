import { WaitingPage } from "#app/components/supplier/approval/waiting-page";
import { CodePage } from "#app/components/supplier/signing/code-page";
import { SignPage } from "#app/components/supplier/signing/sign-page";
import { languageCookie } from "#app/http/language-cookie";
import { type LanguageOffer, offeredLanguage } from "#app/i18n/languages";
import { data, redirect } from "#app/router/api/answers.server";
import { useLoaderData } from "#app/router/api/route-data";
import {
  actionResult,
  setActionResult,
  showUnsavedForm,
  showWithResult,
} from "#app/routes/supplier/requests/action-result";
import { type FormFields, fieldOf } from "#app/routes/supplier/requests/form-fields";
import { supplierPageTitle } from "#app/routes/supplier/requests/page-title";
import { forForm, forOpenSession } from "#app/routes/supplier/requests/session-requests";
import { withdrawApproval } from "#app/services/supplier/approval/end-approval";
import { renewApproval } from "#app/services/supplier/approval/renew-approval";
import { showWaiting } from "#app/services/supplier/approval/show-waiting";
import { revisionOf } from "#app/services/supplier/session/page-input";
import { addressOf } from "#app/services/supplier/session/supplier-session";
import { type UnsavedForm, unsavedForm } from "#app/services/supplier/session/unsaved-form";
import type { CodeProblem } from "#app/services/supplier/signing/code/confirm-signature";
import { showCodePage } from "#app/services/supplier/signing/code/show-code-page";
import { showSignPage } from "#app/services/supplier/signing/show-sign-page";
import { submitAttestation } from "#app/services/supplier/signing/submit-attestation";
import type { WaitingView } from "#app/views/supplier/signing/approval";
import type { CodeView } from "#app/views/supplier/signing/code";
import type { SignView } from "#app/views/supplier/signing/sign";

export const meta = supplierPageTitle;

/** `asked`: a code is asked for, with why it is once more. */
type SignForm = UnsavedForm & { readonly asked?: { readonly problem?: CodeProblem } };

export const loader = forOpenSession(async ({ ctx }, { context }): Promise<CodeView | SignView | WaitingView> => {
  const typed = actionResult<SignForm>(context);
  const waiting = await showWaiting(ctx, { notSaved: typed?.notSaved });
  if (waiting) return waiting;
  if (typed?.asked) return showCodePage(ctx, { typed, ...typed.asked });
  const chosen = typed && chosenIn(typed.fields, ctx.session.file.campaign);
  return showSignPage({ ...ctx, language: chosen ?? ctx.language }, { typed });
});

/** The language that a button of the form asks for. */
function chosenIn(fields: FormFields, offer: LanguageOffer) {
  return offeredLanguage(offer, fieldOf(fields, "language"));
}

export const action = forForm(
  async ({ ctx, fields }, { context }) => {
    const page = `${addressOf(ctx.session)}/sign`;
    const chosen = chosenIn(fields, ctx.session.file.campaign);
    const typed = unsavedForm(fields, { kind: "errors", errors: [] });
    if (fieldOf(fields, "codeStep") === "back") return showWithResult<SignForm>(context, typed, 200);
    if (chosen) {
      setActionResult<SignForm>(context, typed);
      return data(null, { headers: { "set-cookie": languageCookie(chosen, ctx.config) } });
    }
    if (fieldOf(fields, "then") === "withdraw") {
      const outcome = await withdrawApproval(ctx, {});
      return outcome === "not-saved" ? showUnsavedForm(context, fields, { kind: outcome }) : redirect(page);
    }
    if (fieldOf(fields, "then") === "renew") {
      const outcome = await renewApproval(ctx, { generation: fieldOf(fields, "generation") });
      return outcome === "not-saved" ? showUnsavedForm(context, fields, { kind: outcome }) : redirect(page);
    }
    const outcome = await submitAttestation(ctx, { fields, revision: revisionOf(fields) });
    if (outcome.kind === "submitted") return redirect(`${addressOf(ctx.session)}/receipt`);
    if (outcome.kind === "waiting") return redirect(page);
    if (outcome.kind === "code") {
      const { problem } = outcome;
      return showWithResult<SignForm>(context, { ...typed, asked: { problem } }, problem ? 422 : 200);
    }
    return showUnsavedForm(context, fields, outcome);
  },
  ["withdraw", "renew", "back", "check", "without", "new"],
);

export default function Sign() {
  const view = useLoaderData<typeof loader>();
  if (view.kind === "waiting") return <WaitingPage view={view} />;
  return view.kind === "code" ? <CodePage view={view} /> : <SignPage view={view} />;
}
