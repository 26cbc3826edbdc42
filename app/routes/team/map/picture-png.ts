import { download } from "#app/http/downloads";
import { teamLanguage } from "#app/http/team-session.server";
import { pictureAsked } from "#app/routes/team/requests/picture-asked";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { printPicture } from "#app/services/team/suppliers/pictures/files/print-picture";

/** A picture to save where no SVG is taken. */
export const loader = forTeam(async (ctx, { params, request }) => {
  const asked = pictureAsked(params, request);
  const { name, type, bytes } = await printPicture({ ...ctx, language: teamLanguage(request) }, asked);
  return download({ name, type, body: bytes, ...(bytes.length > 0 && { bytes: bytes.length }) });
});
