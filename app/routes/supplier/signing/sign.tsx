import { SignPage } from "#app/components/supplier/signing/sign-page";
import { redirect } from "#app/router/api/answers.server";
import { useLoaderData } from "#app/router/api/route-data";
import { actionResult, showUnsavedForm } from "#app/routes/supplier/requests/action-result";
import { supplierPageTitle } from "#app/routes/supplier/requests/page-title";
import { forForm, forOpenSession } from "#app/routes/supplier/requests/session-requests";
import { revisionOf } from "#app/services/supplier/session/page-input";
import { addressOf } from "#app/services/supplier/session/supplier-session";
import type { UnsavedForm } from "#app/services/supplier/session/unsaved-form";
import { showSignPage } from "#app/services/supplier/signing/show-sign-page";
import { submitAttestation } from "#app/services/supplier/signing/submit-attestation";

export const meta = supplierPageTitle;

export const loader = forOpenSession(({ ctx }, { context }) =>
  showSignPage(ctx, { typed: actionResult<UnsavedForm>(context) }),
);

export const action = forForm(async ({ ctx, fields }, { context }) => {
  const outcome = await submitAttestation(ctx, { fields, revision: revisionOf(fields) });
  if (outcome.kind === "submitted") return redirect(`${addressOf(ctx.session)}/receipt`);
  return showUnsavedForm(context, fields, outcome);
});

export default function Sign() {
  return <SignPage view={useLoaderData<typeof loader>()} />;
}
