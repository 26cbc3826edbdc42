import { attachmentHeaders } from "#app/attachment";
import { showEvidence } from "#app/services/team/show-evidence";
import { forTeam } from "#app/team-session.server";

export const loader = forTeam("attestations.read", async (ctx, { params }) => {
  const file = await showEvidence(ctx, { supplier: params.id ?? "", evidence: params.evidence ?? "" });
  return new Response(file.body, { headers: attachmentHeaders(file) });
});
