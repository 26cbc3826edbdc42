import { download } from "#app/http/downloads";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { showEvidence } from "#app/services/team/suppliers/show-evidence";

export const loader = forTeam(async (ctx, { params }) => {
  const file = await showEvidence(ctx, { supplier: params.id ?? "", evidence: params.evidence ?? "" });
  return download(file);
});
