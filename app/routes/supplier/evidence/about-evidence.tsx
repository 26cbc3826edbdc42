import { AboutEvidencePage } from "#app/components/supplier/evidence/about-page";
import { redirect } from "#app/router/api/answers.server";
import { useLoaderData } from "#app/router/api/route-data";
import { actionResult, showUnsavedForm } from "#app/routes/supplier/requests/action-result";
import { originOf } from "#app/routes/supplier/requests/origin";
import { supplierPageTitle } from "#app/routes/supplier/requests/page-title";
import { forForm, forOpenSession } from "#app/routes/supplier/requests/session-requests";
import { describeEvidence } from "#app/services/supplier/evidence/about/describe-evidence";
import { showAboutEvidence } from "#app/services/supplier/evidence/about/show-about";
import { withOrigin } from "#app/services/supplier/session/origin";
import { addressOf } from "#app/services/supplier/session/supplier-session";
import type { UnsavedForm } from "#app/services/supplier/session/unsaved-form";

export const meta = supplierPageTitle;

export const loader = forOpenSession(({ ctx, param }, { context, request }) =>
  showAboutEvidence(ctx, {
    evidence: param("evidence"),
    typed: actionResult<UnsavedForm>(context),
    from: originOf(request),
  }),
);

export const action = forForm(async ({ ctx, param, fields }, { context, request }) => {
  const outcome = await describeEvidence(ctx, { evidence: param("evidence"), fields });
  if (outcome.kind !== "saved") return showUnsavedForm(context, fields, outcome);
  return redirect(withOrigin(`${addressOf(ctx.session)}/${outcome.question}/evidence`, originOf(request)));
});

export default function AboutEvidence() {
  return <AboutEvidencePage view={useLoaderData<typeof loader>()} />;
}
