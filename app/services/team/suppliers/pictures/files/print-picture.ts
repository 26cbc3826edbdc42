import { Problem } from "#app/domain/problem";
import { drawingFile } from "#app/pictures/drawing/drawing-file";
import { teamUseCase } from "#app/services/context/use-case";
import { pictureInput } from "#app/services/team/suppliers/pictures/picture-asked";
import { readPicture, requirePicture } from "#app/services/team/suppliers/pictures/read-picture";

/**
 * A picture as a file of PNG, for programs that take no SVG.
 * @throws Problem "not-found" where there is nothing to draw
 */
export const printPicture = teamUseCase({
  permission: "suppliers.read",
  input: pictureInput,
  events: [],
  async run(ctx, asked) {
    requirePicture(ctx, asked);
    const { drawn } = await readPicture(ctx, asked);
    if (drawn === undefined) throw new Problem("not-found");
    const sheet = { svg: drawingFile(drawn.drawing, ctx.language), language: ctx.language };
    const bytes = ctx.isHead ? new Uint8Array() : await ctx.printer.print({ paper: "picture", sheet });
    return { name: `${asked.kind}.png`, type: "image/png", bytes };
  },
});
