import { textFileHeaders } from "#app/http/text-file";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { showAttestation } from "#app/services/team/suppliers/show-attestation";

export const loader = forTeam(async (ctx, { params }) => {
  const file = await showAttestation(ctx, { supplier: params.id ?? "", attestation: params.attestation ?? "" });
  return new Response(file.text, { headers: textFileHeaders(file) });
});
