import { download } from "#app/http/downloads";
import { redirect } from "#app/router/api/answers.server";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { keptApartPlace } from "#app/services/team/documents/kept-apart";
import { downloadEvidence } from "#app/services/team/suppliers/download-evidence";

export const loader = forTeam(async (ctx, { params }) => {
  const { id: supplier = "", evidence = "" } = params;
  const place = await keptApartPlace(ctx, { supplier, evidence });
  if (place !== undefined) return redirect(place);
  const file = await downloadEvidence(ctx, { supplier, evidence });
  return download(file);
});
