import { RemoveEvidencePage } from "#app/components/supplier/evidence/evidence-page";
import { redirect } from "#app/router/api/answers.server";
import { useLoaderData } from "#app/router/api/route-data";
import { actionResult, showWithResult } from "#app/routes/supplier/requests/action-result";
import { originOf } from "#app/routes/supplier/requests/origin";
import { supplierPageTitle } from "#app/routes/supplier/requests/page-title";
import { forForm, forOpenSession } from "#app/routes/supplier/requests/session-requests";
import { removeEvidence, showEvidenceRemoval } from "#app/services/supplier/evidence/remove-evidence";
import { withOrigin } from "#app/services/supplier/session/origin";
import { addressOf } from "#app/services/supplier/session/supplier-session";

export const meta = supplierPageTitle;

export const loader = forOpenSession(({ ctx, param }, { context, request }) =>
  showEvidenceRemoval(ctx, {
    evidence: param("evidence"),
    notSaved: actionResult<true>(context) ?? false,
    from: originOf(request),
  }),
);

export const action = forForm(async ({ ctx, param }, { context, request }) => {
  const outcome = await removeEvidence(ctx, { evidence: param("evidence") });
  if (outcome.kind === "removed") {
    return redirect(withOrigin(`${addressOf(ctx.session)}/${outcome.question}/evidence`, originOf(request)));
  }
  return showWithResult<true>(context, true, 507);
});

export default function RemoveEvidence() {
  return <RemoveEvidencePage view={useLoaderData<typeof loader>()} />;
}
