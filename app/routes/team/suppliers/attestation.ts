import { download } from "#app/http/downloads";
import { forTeam } from "#app/http/team-session.server";
import type { LoaderArgs } from "#app/router/route-types";
import { showAttestation } from "#app/services/team/suppliers/show-attestation";

export const loader = forTeam("attestations.read", async (ctx, { params }: LoaderArgs) => {
  const { document, fileName } = await showAttestation(ctx, {
    supplier: params.id ?? "",
    attestation: params.attestation ?? "",
  });
  return download({ name: fileName, type: "application/json; charset=utf-8", body: document });
});
