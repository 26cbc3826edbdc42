import { csvDownload } from "#app/http/downloads";
import { teamLanguage } from "#app/http/team-session.server";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { exportRerating } from "#app/services/own-rules/rerating/export-rerating";

export const loader = forTeam(async (ctx, { request, params }) => {
  const asked = { rerating: params.rerating ?? "" };
  return csvDownload(await exportRerating({ ...ctx, language: teamLanguage(request) }, asked));
});
