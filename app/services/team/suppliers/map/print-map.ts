import * as z from "zod";
import { teamUseCase } from "#app/services/context/use-case";
import { mapParts } from "#app/views/team/map/map";
import { mapPicture } from "./draw-map";

/** A map with its circles as a file of PNG, for programs that take no SVG. */
export const printMap = teamUseCase({
  permission: "suppliers.read",
  input: z.object({ part: z.enum(mapParts) }),
  events: [],
  async run(ctx, { part }) {
    const sheet = { svg: await mapPicture(ctx, { part, hasMarks: true }), language: ctx.language };
    const bytes = ctx.isHead ? new Uint8Array() : await ctx.printer.print({ paper: "picture", sheet });
    return { name: `map-${part}.png`, type: "image/png", bytes };
  },
});
