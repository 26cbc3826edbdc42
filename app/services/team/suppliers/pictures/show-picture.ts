import { timeMoment } from "#app/i18n/dates/moments";
import { teamUseCase } from "#app/services/context/use-case";
import { type PictureView, topicMeasures } from "#app/views/team/map/pictures";
import { pictureAddress, pictureInput } from "./picture-asked";
import { readPicture } from "./read-picture";

/** A picture of all suppliers beside the table of its numbers. */
export const showPicture = teamUseCase({
  permission: "suppliers.read",
  input: pictureInput,
  events: [],
  async run(ctx, asked): Promise<PictureView> {
    const { kind, made, measure, from, to } = asked;
    const picture = await readPicture(ctx, asked);
    const at = { kind, made, measure, from, to };
    const isDrawn = picture.drawn !== undefined;
    return {
      ...picture,
      kind,
      title: ctx.t(ctx.language)(`map:views.${kind}`),
      at: timeMoment(ctx.clock.now(), ctx.language).text,
      measures:
        kind === "topics" && isDrawn
          ? topicMeasures.map((id) => ({
              id,
              href: pictureAddress({ kind, made, measure: id }),
              isShown: id === measure,
            }))
          : undefined,
      svg: isDrawn ? pictureAddress(at, ".svg") : undefined,
      png: isDrawn ? pictureAddress(at, ".png") : undefined,
      csv: isDrawn && ctx.may("suppliers.export") ? pictureAddress(at, ".csv") : undefined,
    };
  },
});
