import type { LoaderFunctionArgs } from "@remix-run/node";
import { forTeam } from "#app/http/team-session.server";
import { showAttestation } from "#app/services/team/suppliers/show-attestation";

export const loader = forTeam("attestations.read", async (ctx, { params }: LoaderFunctionArgs) => {
  const { document, fileName } = await showAttestation(ctx, {
    supplier: params.id ?? "",
    attestation: params.attestation ?? "",
  });
  return new Response(document, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="${fileName.replace(/[^\w.-]+/g, "-")}"`,
      "cache-control": "no-store",
    },
  });
});
