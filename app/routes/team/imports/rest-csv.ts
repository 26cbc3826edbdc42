import { csvDownload } from "#app/http/downloads";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { exportRest } from "#app/services/team/imports/export-rest";
import { choicesIn } from "#app/services/team/imports/import-choices";

export const loader = forTeam(async (ctx, { request, params }) => {
  const choices = choicesIn(new URL(request.url).searchParams);
  return csvDownload(await exportRest(ctx, { upload: params.upload ?? "", ...choices }));
});
