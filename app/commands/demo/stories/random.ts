/** Numbers that look drawn and are the same for the same seed. */
export type Draw = {
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  /** True so often in 100. */
  chance(percent: number): boolean;
  pick<T>(from: readonly [T, ...T[]]): T;
};

/** A generator of its own for each seed, so that one supplier more or less changes nobody else. */
export function drawFrom(seed: string): Draw {
  let state = 2_166_136_261;
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 16_777_619);
  // Mulberry32 (public domain): 32 bits of state are plenty for a made world, and every machine counts them alike.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    between,
    chance: (percent) => next() * 100 < percent,
    pick: (from) => from[between(0, from.length - 1)] ?? from[0],
  };
}
