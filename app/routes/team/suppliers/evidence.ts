import { download } from "#app/http/downloads";
import { forTeam } from "#app/http/team-session.server";
import { showEvidence } from "#app/services/team/suppliers/show-evidence";

export const loader = forTeam("attestations.read", async (ctx, { params }) => {
  const file = await showEvidence(ctx, { supplier: params.id ?? "", evidence: params.evidence ?? "" });
  return download(file);
});
