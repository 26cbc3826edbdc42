import { download } from "#app/http/downloads";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { downloadEvidence } from "#app/services/team/suppliers/download-evidence";

export const loader = forTeam(async (ctx, { params, request }) => {
  const { id: supplier = "", evidence = "" } = params;
  const file = await downloadEvidence(ctx, { supplier, evidence, isHead: request.method === "HEAD" });
  return download(file);
});
