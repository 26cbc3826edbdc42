import { download } from "#app/http/downloads";
import { teamLanguage } from "#app/http/team-session.server";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { drawMap } from "#app/services/team/suppliers/map/draw-map";

/** A map to save; with `land`, what a page shows beneath its circles; with `land=plain`, the same without tiers. */
export const loader = forTeam(async (ctx, { request }) => {
  const { searchParams } = new URL(request.url);
  const part = searchParams.get("part") === "asia" ? "asia" : "world";
  const land = searchParams.has("land");
  const { name, svg } = await drawMap(
    { ...ctx, language: teamLanguage(request) },
    {
      ...{ part, land, plain: searchParams.get("land") === "plain" },
    },
  );
  return download({ name, type: "image/svg+xml", body: svg });
});
