import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { RemoveEvidencePage } from "#app/components/supplier/evidence/evidence-page";
import { forForm, forOpenSitting } from "#app/routes/supplier/answering";
import { titleOf } from "#app/routes/supplier/title";
import { handedOn, showAgain } from "#app/routes/supplier/turn";
import { removeEvidencePage } from "#app/services/supplier/evidence/evidence-page";
import { removeEvidence } from "#app/services/supplier/evidence/remove-evidence";
import { addressOf } from "#app/services/supplier/sitting";

export const meta = titleOf;

export const loader = forOpenSitting(({ ctx, sitting, param }, { context }) =>
  removeEvidencePage(ctx, sitting, { evidence: param("evidence"), notSaved: handedOn<true>(context) ?? false }),
);

export const action = forForm(async ({ ctx, sitting, param }, { context }) => {
  const outcome = await removeEvidence(ctx, sitting, param("evidence"));
  if (outcome.kind === "removed") {
    return redirect(`${addressOf(sitting)}/${outcome.question}/evidence`);
  }
  return showAgain<true>(context, true, 507);
});

export default function RemoveEvidence() {
  return <RemoveEvidencePage view={useLoaderData<typeof loader>()} />;
}
