import type { TeamContext } from "#app/services/context/contexts";
import { requireNorthKorea } from "#app/services/north-korea/north-korea";
import type { Picture } from "#app/views/team/map/pictures";
import { coveragePicture } from "./coverage";
import type { PictureAsked } from "./picture-asked";
import { tiersPicture } from "./tiers";
import { topicsPicture } from "./topics";
import { trendPicture } from "./trend";

/** The picture that was asked for, with its table. */
export function readPicture(ctx: TeamContext, asked: PictureAsked): Promise<Picture> {
  switch (asked.kind) {
    case "topics":
      return topicsPicture(ctx, asked);
    case "trend":
      return trendPicture(ctx, asked);
    case "coverage":
      return coveragePicture(ctx);
    case "tiers":
      return tiersPicture(ctx, asked);
  }
}

/** @throws Problem "not-allowed" for whoever may not take a picture away, because its figures move with answers on North Korean labour */
export function requirePicture(ctx: TeamContext, { kind }: PictureAsked): void {
  if (kind === "topics") requireNorthKorea(ctx);
}
