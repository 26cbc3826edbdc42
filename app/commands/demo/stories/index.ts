import * as apparel from "./apparel";
import * as china from "./china";
import * as europe from "./europe";
import * as factories from "./factories";
import * as hotSpots from "./hot-spots";
import * as migrants from "./migrants";
import * as seafoodAndTimber from "./seafood-and-timber";
import * as services from "./services";
import type { StoryTeller } from "./story";

const stories = {
  ...apparel,
  ...china,
  ...europe,
  ...factories,
  ...hotSpots,
  ...migrants,
  ...seafoodAndTimber,
  ...services,
};

export type StoryName = keyof typeof stories;

/** What is so at the suppliers that a story stands for. */
export function findStory(name: StoryName): StoryTeller {
  return stories[name];
}
