import { csvDownload } from "#app/http/downloads";
import { teamLanguage } from "#app/http/team-session.server";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { exportMap } from "#app/services/team/suppliers/map/export-map";

export const loader = forTeam(async (ctx, { request }) =>
  csvDownload(await exportMap({ ...ctx, language: teamLanguage(request) }, {})),
);
