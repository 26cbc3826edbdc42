import type { Tier } from "#terms/tiers";
import type { LoadedEdition } from "./load-edition";
import type { RowDoubt } from "./schemas";

export type DoubtKind = RowDoubt["kind"];

/** A doubt as its edition or list says it, in English, and what of it is touched. */
export type Doubt = { readonly kind: DoubtKind; readonly text: string; readonly source: string };

type PlacedDoubt = {
  /** Place in the doubts of the edition. */
  readonly place: number;
  readonly kind: DoubtKind;
  /** Placements that it touches; neither: all of them. */
  readonly tiers?: readonly Tier[];
  readonly countries?: readonly string[];
};

const every: PlacedDoubt = { place: 0, kind: "copy" };

/**
 * What the doubts of the built-in editions are about. It stands beside them because their fingerprints must stay, and a
 * doubt is told in a sentence there.
 */
const placed: Readonly<Record<string, readonly PlacedDoubt[]>> = {
  "tip-2020": [every, { place: 1, kind: "secondary", tiers: ["1", "2"] }],
  "tip-2021": [every, { place: 1, kind: "secondary" }],
  "tip-2022": [
    every,
    { place: 1, kind: "elimination", tiers: ["2"] },
    { place: 2, kind: "derived", tiers: ["1"] },
    { place: 3, kind: "contested", countries: ["CY"] },
  ],
  "tip-2023": [
    every,
    { place: 1, kind: "contested", countries: ["CD", "CG"] },
    { place: 2, kind: "elimination", countries: ["DK"] },
  ],
  "tip-2024": [
    every,
    { place: 1, kind: "elimination", tiers: ["2"] },
    { place: 2, kind: "secondary", tiers: ["1"] },
    { place: 3, kind: "contested", countries: ["SD"] },
  ],
  "tip-2025": [every, { place: 1, kind: "secondary", tiers: ["1"] }, { place: 2, kind: "newer" }],
};

/**
 * The doubts that touch the placement of a country. Of an edition that is not built in nobody knows which touch what, so
 * all of them do.
 */
export function placementDoubts(edition: LoadedEdition, iso2: string): readonly Doubt[] {
  const { id, definition } = edition;
  const doubt = (text: string, kind: DoubtKind): Doubt => ({ kind, text, source: id });
  const known = placed[id];
  if (known === undefined) return definition.doubts.map((text) => doubt(text, "secondary"));
  const tier = edition.tierOf(iso2);
  return known.flatMap(({ place, kind, tiers, countries }) => {
    const touches =
      tiers !== undefined
        ? tier !== undefined && tiers.includes(tier)
        : countries === undefined || countries.includes(iso2);
    const text = definition.doubts[place];
    return touches && text !== undefined ? [doubt(text, kind)] : [];
  });
}
