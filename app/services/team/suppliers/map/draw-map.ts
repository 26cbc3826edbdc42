import * as z from "zod";
import { mapFile } from "#app/pictures/map/map-file";
import type { TeamContext } from "#app/services/context/contexts";
import { teamUseCase } from "#app/services/context/use-case";
import { versionNames } from "#app/services/team/ratings/versions";
import { type MapPartName, mapParts } from "#app/views/team/map/map";
import { readMapFacts } from "./map-facts";

/**
 * A map as a picture (SVG); `land`: without the circles, for a page that draws them with links; `plain`: land alone, of which
 * nothing says where suppliers are.
 */
export const drawMap = teamUseCase({
  permission: "suppliers.read",
  input: z.object({ part: z.enum(mapParts), land: z.boolean(), plain: z.boolean().default(false) }),
  events: [],
  async run(ctx, { part, land, plain }): Promise<{ readonly name: string; readonly svg: string }> {
    if (plain)
      return {
        name: `land-${part}.svg`,
        svg: mapFile({ part, title: "", language: ctx.language, countries: [], hasMarks: false }),
      };
    return { name: `map-${part}.svg`, svg: await mapPicture(ctx, { part, hasMarks: !land }) };
  },
});

/** A map as SVG, with the tiers of the newest edition. */
export async function mapPicture(
  ctx: TeamContext,
  { part, hasMarks }: { readonly part: MapPartName; readonly hasMarks: boolean },
): Promise<string> {
  const { edition, countries } = await readMapFacts(ctx);
  const names = await versionNames(ctx);
  const title = ctx.t(ctx.language)("map:picture", { edition: names.edition(edition.id) });
  return mapFile({ part, title, language: ctx.language, countries, hasMarks });
}
