/** Draws that come out the same for the same seed, on every machine. */
export type Chance = {
  /** 0 up to 1. */
  share(): number;
  yes(probability: number): boolean;
  /** A whole number, both ends included. */
  between(least: number, most: number): number;
  pick<Item>(items: readonly [Item, ...Item[]]): Item;
  /** One of several by their weights. */
  weighted<Item>(items: readonly (readonly [item: Item, weight: number])[]): Item;
};

/** Mulberry32: one 32-bit state, good enough for a made-up population, and the same everywhere. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const share = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const chance: Chance = {
    share,
    yes: (probability) => share() < probability,
    between: (least, most) => least + Math.floor(share() * (most - least + 1)),
    pick: (items) => items[Math.floor(share() * items.length)] ?? items[0],
    weighted(items) {
      let left = share() * items.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of items) {
        left -= weight;
        if (left < 0) return item;
      }
      const last = items.at(-1);
      if (last === undefined) throw new Error("There is nothing to choose from");
      return last[0];
    },
  };
  return chance;
}
