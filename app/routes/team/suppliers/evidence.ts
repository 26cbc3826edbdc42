import { download } from "#app/http/downloads";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { downloadEvidence } from "#app/services/team/suppliers/download-evidence";

export const loader = forTeam(async (ctx, { params }) => {
  const file = await downloadEvidence(ctx, { supplier: params.id ?? "", evidence: params.evidence ?? "" });
  return download(file);
});
