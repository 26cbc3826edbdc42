import * as z from "zod";
import { mapFile } from "#app/pictures/map/map-file";
import { teamUseCase } from "#app/services/context/use-case";
import { versionNames } from "#app/services/team/ratings/versions";
import { mapParts } from "#app/views/team/map/map";
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
    const { edition, countries } = await readMapFacts(ctx);
    const names = await versionNames(ctx);
    const title = ctx.t(ctx.language)("map:picture", { edition: names.edition(edition.id) });
    const svg = mapFile({ part, title, language: ctx.language, countries, hasMarks: !land });
    return { name: `map-${part}.svg`, svg };
  },
});
