import { download } from "#app/http/downloads";
import { teamLanguage } from "#app/http/team-session.server";
import { pictureAsked } from "#app/routes/team/requests/picture-asked";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { drawPicture } from "#app/services/team/suppliers/pictures/files/draw-picture";

/** A picture to save. */
export const loader = forTeam(async (ctx, { params, request }) => {
  const asked = pictureAsked(params, request);
  const { name, svg } = await drawPicture({ ...ctx, language: teamLanguage(request) }, asked);
  return download({ name, type: "image/svg+xml", body: svg });
});
