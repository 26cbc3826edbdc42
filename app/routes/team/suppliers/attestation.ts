import { download } from "#app/http/downloads";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { showAttestation } from "#app/services/team/suppliers/show-attestation";

export const loader = forTeam(async (ctx, { params }) => {
  const { name, type, text } = await showAttestation(ctx, {
    supplier: params.id ?? "",
    attestation: params.attestation ?? "",
  });
  return download({ name, type, body: text });
});
