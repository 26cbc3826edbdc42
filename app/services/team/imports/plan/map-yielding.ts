import { setImmediate as yieldToOthers } from "node:timers/promises";

/** Milliseconds for which rows are read or compared in one go. A thousand take a few, or a second where no country is known. */
const longestRunMs = 20;

/** Makes something of each of many, and lets others have their turn on the way. */
export async function mapYielding<T, R>(all: readonly T[], make: (one: T) => R): Promise<R[]> {
  const made: R[] = [];
  let begun = performance.now();
  for (const one of all) {
    made.push(make(one));
    if (performance.now() - begun < longestRunMs) continue;
    await yieldToOthers();
    begun = performance.now();
  }
  return made;
}
