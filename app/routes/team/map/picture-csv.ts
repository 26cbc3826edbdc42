import { csvDownload } from "#app/http/downloads";
import { teamLanguage } from "#app/http/team-session.server";
import { pictureAsked } from "#app/routes/team/requests/picture-asked";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { exportPicture } from "#app/services/team/suppliers/pictures/files/export-picture";

export const loader = forTeam(async (ctx, { params, request }) =>
  csvDownload(await exportPicture({ ...ctx, language: teamLanguage(request) }, pictureAsked(params, request))),
);
