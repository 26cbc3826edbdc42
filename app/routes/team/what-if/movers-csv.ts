import { csvDownload } from "#app/http/downloads";
import { teamLanguage } from "#app/http/team-session.server";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { exportMovers } from "#app/services/what-if/export-movers";
import { readTrialAsked } from "#app/services/what-if/trial-asked";

export const loader = forTeam(async (ctx, { request }) => {
  const asked = readTrialAsked(new URL(request.url).searchParams);
  return csvDownload(await exportMovers({ ...ctx, language: teamLanguage(request) }, asked));
});
