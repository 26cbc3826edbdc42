import { csvDownload } from "#app/http/downloads";
import { teamLanguage } from "#app/http/team-session.server";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { trailQuery } from "#app/routes/team/requests/trail-query";
import { exportTrail } from "#app/services/team/trail/export-trail";

export const loader = forTeam(async (ctx, { request }) =>
  csvDownload(await exportTrail({ ...ctx, language: teamLanguage(request) }, trailQuery(request))),
);
