import { csvDownload } from "#app/http/downloads";
import { teamLanguage } from "#app/http/team-session.server";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { readComparison } from "#app/services/team/suppliers/compare/comparison-address";
import { exportComparison } from "#app/services/team/suppliers/compare/export-comparison";

export const loader = forTeam(async (ctx, { request }) => {
  const asked = readComparison(new URL(request.url).searchParams);
  return csvDownload(await exportComparison({ ...ctx, language: teamLanguage(request) }, asked));
});
