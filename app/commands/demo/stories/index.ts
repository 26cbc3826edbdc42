import type { StoryTeller } from "#app/commands/demo/story";
import * as apparel from "./apparel";
import * as europe from "./europe";
import * as factories from "./factories";
import * as hostRegions from "./host-regions";

const stories = { ...europe, ...apparel, ...factories, ...hostRegions };

export type StoryName = keyof typeof stories;

export function findStory(name: StoryName): StoryTeller {
  return stories[name];
}
