import { csvDownload } from "#app/http/downloads";
import { teamLanguage } from "#app/http/team-session.server";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { readActionsAddress } from "#app/services/actions/pages/actions-address";
import { exportActions } from "#app/services/actions/pages/export-actions";

export const loader = forTeam(async (ctx, { request }) => {
  const asked = readActionsAddress(new URL(request.url).searchParams);
  return csvDownload(await exportActions({ ...ctx, language: teamLanguage(request) }, asked));
});
