import type { LoadedEdition } from "#scoring/editions/load-edition";
import { bandOf } from "#scoring/findings/floor";
import type { LoadedRuleSet } from "#scoring/rules/load-rule-set";
import type { Band } from "#terms/bands";
import { roundPoints } from "#terms/points";
import { type SiteTier, siteTierRank } from "#terms/tiers";

/**
 * What is assumed while nobody has answered, in points 0 to 100: section 10 of the design of rule set 2026.2. Goods are not
 * known; workers from elsewhere are usual in some countries and not in others; half of what can stay hidden does.
 */
const assumed = {
  id: "expected-2026.2",
  goods: 50,
  workforce: { migrantsUsual: 45, otherwise: 25 },
  transparency: 50,
  /** Percent that the worst place counts; the mean of all places counts the rest. */
  worstPlace: 85,
} as const;

/** One place as it was counted. C, S, W, T and `points` are 0 to 100; `points` is exact, not rounded. */
type ExpectedPlace = {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly tier: SiteTier;
  readonly migrantsUsual: boolean;
  readonly C: number;
  readonly S: number;
  readonly W: number;
  readonly T: number;
  readonly points: number;
};

/**
 * The risk that is to be expected of a supplier before it answers anything. Not a rating: no answer is in it, so it stands in
 * no ranking with ratings. It names all it was made from, so that it can be worked out again by hand.
 */
export type ExpectedRisk = {
  /** 0 to 100, two decimals, higher is worse. */
  readonly score: number;
  readonly band: Band;
  /** Percent that each of C, S, W and T counts. */
  readonly weights: { readonly C: number; readonly S: number; readonly W: number; readonly T: number };
  /** Percent that the worst place counts. */
  readonly worstPlace: number;
  /** Worst first, at least one. */
  readonly places: readonly ExpectedPlace[];
  readonly ruleSet: string;
  readonly edition: string;
  /** The list that says where migrant labour is usual. */
  readonly migrantLabour: string;
};

export type ExpectedRiskInput = {
  /** What the buyer knows: the countries of the supplier and of its sites, ISO 3166-1 alpha-2; at least one. */
  readonly countries: readonly [string, ...string[]];
  readonly ruleSet: LoadedRuleSet;
  readonly edition: LoadedEdition;
};

/** Names all that an expected risk is made from: where two names are equal, so are the risks of equal suppliers. */
export function expectedRiskBasis({ ruleSet, edition }: Omit<ExpectedRiskInput, "countries">): string {
  return [assumed.id, ruleSet.id, edition.id, edition.lists.migrantLabour.id].join(" ");
}

/**
 * `0.35 C + 0.20 S + 0.30 W + 0.15 T` of each place, by the weights of the standard rule set; of several places
 * `0.85 x worst + 0.15 x mean`. C is the tier score of the rule set, which also says the bands.
 */
export function expectedRisk({ countries, ruleSet, edition }: ExpectedRiskInput): ExpectedRisk {
  const { inherent } = ruleSet.definition;
  const { C, S, W, T } = inherent.weights;
  const places = [...new Set(countries)].map((country) => {
    const tier: Exclude<SiteTier, "unknown"> = edition.tierOf(country) ?? "unranked";
    const migrantsUsual = edition.lists.isMigrantLabourUsual(country);
    const { migrantsUsual: usual, otherwise } = assumed.workforce;
    const parts = {
      C: inherent.tiers[tier],
      S: assumed.goods,
      W: migrantsUsual ? usual : otherwise,
      T: assumed.transparency,
    };
    const points = (C * parts.C + S * parts.S + W * parts.W + T * parts.T) / 100;
    return { country, tier, migrantsUsual, ...parts, points };
  });
  const worstFirst = places.sort(
    (one, other) => other.points - one.points || siteTierRank(one.tier) - siteTierRank(other.tier),
  );
  const all = worstFirst.map(({ points }) => points);
  const mean = all.reduce((sum, points) => sum + points, 0) / all.length;
  const score = roundPoints((assumed.worstPlace * Math.max(...all) + (100 - assumed.worstPlace) * mean) / 100);
  return {
    score,
    band: bandOf(ruleSet.definition, score),
    weights: { C, S, W, T },
    worstPlace: assumed.worstPlace,
    places: worstFirst,
    ruleSet: ruleSet.id,
    edition: edition.id,
    migrantLabour: edition.lists.migrantLabour.id,
  };
}
