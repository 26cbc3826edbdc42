import { Problem } from "#app/domain/problem";
import { drawingFile } from "#app/pictures/drawing/drawing-file";
import { teamUseCase } from "#app/services/context/use-case";
import { pictureInput } from "#app/services/team/suppliers/pictures/picture-asked";
import { readPicture, requirePicture } from "#app/services/team/suppliers/pictures/read-picture";

/**
 * A picture as a file of SVG.
 * @throws Problem "not-found" where there is nothing to draw
 */
export const drawPicture = teamUseCase({
  permission: "suppliers.read",
  input: pictureInput,
  events: [],
  async run(ctx, asked): Promise<{ readonly name: string; readonly svg: string }> {
    requirePicture(ctx, asked);
    const { drawn } = await readPicture(ctx, asked);
    if (drawn === undefined) throw new Problem("not-found");
    return { name: `${asked.kind}.svg`, svg: drawingFile(drawn.drawing, ctx.language) };
  },
});
