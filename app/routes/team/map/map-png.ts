import { download } from "#app/http/downloads";
import { teamLanguage } from "#app/http/team-session.server";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { printMap } from "#app/services/team/suppliers/map/print-map";

/** A map to save where no SVG is taken. */
export const loader = forTeam(async (ctx, { request }) => {
  const part = new URL(request.url).searchParams.get("part") === "asia" ? "asia" : "world";
  const { name, type, bytes } = await printMap({ ...ctx, language: teamLanguage(request) }, { part });
  return download({ name, type, body: bytes, ...(bytes.length > 0 && { bytes: bytes.length }) });
});
