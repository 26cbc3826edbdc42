/** Figures that suppliers were given. Sorted once, when the first one asks for the middle: 100,000 take some milliseconds. */
export class Tally {
  readonly #given: number[] = [];
  #sorted: Float64Array | undefined;

  /** All figures of several. */
  static of(tallies: readonly Tally[]): Tally {
    const all = new Tally();
    for (const tally of tallies) for (const figure of tally.#given) all.#given.push(figure);
    return all;
  }

  get count(): number {
    return this.#given.length;
  }

  add(figure: number): void {
    this.#given.push(figure);
    this.#sorted = undefined;
  }

  /** The figure in the middle of so many, where those who were given none have 0; halfway between two where two are; 0 of none. */
  median(of: number): number {
    // A typed array sorts by value without being told how, in a tenth of the time.
    this.#sorted ??= Float64Array.from(this.#given).sort();
    return (this.#placed(Math.ceil(of / 2) - 1, of) + this.#placed(Math.floor(of / 2), of)) / 2;
  }

  #placed(place: number, of: number): number {
    const sorted = this.#sorted ?? new Float64Array();
    const zeros = of - sorted.length;
    const given = sorted[place] ?? 0;
    if (given < 0) return given;
    const later = sorted[place - zeros] ?? 0;
    return later > 0 ? later : 0;
  }
}

/** What a map holds under a key, made where there is nothing yet. */
export function kept<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
