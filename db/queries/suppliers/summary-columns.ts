import type { SupplierExpectation } from "#db/records";
import type { NewRating } from "#db/store";
import type { Rating } from "#scoring/rating";
import { bands } from "#terms/bands";
import { dprkStates } from "#terms/dprk-states";
import { roundPoints } from "#terms/points";

type Tiers = readonly { readonly country: string; readonly tier: string }[];

/** What the table shows and filters as country tiers, for a supplier of this country. */
export function tierColumns(tiers: Tiers, country: string) {
  const others = tiers.filter((one) => one.country !== country && one.country !== "");
  return {
    tiers,
    tierSet: setOf(tiers.map(({ tier }) => tier)),
    siteCountries: setOf(others.map((one) => one.country)),
  };
}

/** Distinct values between bars, `|2W|3|`; null without any. */
function setOf(values: readonly string[]): string | null {
  return values.length === 0 ? null : `|${[...new Set(values)].join("|")}|`;
}

/** What is expected of a supplier, as the table sorts and filters it. */
function expectedColumns({ risk, basis }: SupplierExpectation) {
  return {
    expected: risk.score,
    expectedBand: bands.indexOf(risk.band),
    expectedRisk: risk,
    expectedBasis: basis,
  };
}

/** A rated supplier has a rating, and nothing that is only expected. */
const nothingExpected = { expected: null, expectedBand: null, expectedRisk: null, expectedBasis: null };

/** What the table shows of the newest rating of a supplier. `before`: the one that it is compared with. */
export function ratedColumns(
  { id, attestation, rating, driver, tiers }: Pick<NewRating, "id" | "attestation" | "rating" | "driver" | "tiers">,
  {
    country,
    sector,
    signedAt,
    before,
  }: { country: string; sector: string | null; signedAt: Date | null; before: Rating | undefined },
) {
  return {
    band: bands.indexOf(rating.band),
    score: rating.score,
    floor: rating.floor !== null,
    held: rating.band !== rating.scoreBand,
    confidence: rating.confidence,
    driverCode: driver?.code ?? null,
    driverRule: driver?.rule ?? null,
    driverPoints: driver?.points ?? null,
    driverFloor: driver?.floor ?? null,
    dprk: dprkStates.indexOf(rating.dprkLabour),
    disclosed: rating.disclosed,
    ...tierColumns(tiers, country),
    ...nothingExpected,
    change: before === undefined ? null : roundPoints(rating.score - before.score),
    previousBand: before === undefined ? null : bands.indexOf(before.band),
    signedAt,
    attestation,
    rating: id,
    questionnaire: rating.questionnaire.id,
    ruleSet: rating.ruleSet.id,
    edition: rating.edition.id,
    sector,
  };
}

type RatedColumns = ReturnType<typeof ratedColumns>;

/** Nothing of a rating, for a supplier that has none any more. */
const nothingRated = {
  band: null,
  score: null,
  floor: null,
  held: null,
  confidence: null,
  driverCode: null,
  driverRule: null,
  driverPoints: null,
  driverFloor: null,
  dprk: null,
  disclosed: null,
  change: null,
  previousBand: null,
  signedAt: null,
  attestation: null,
  rating: null,
  questionnaire: null,
  ruleSet: null,
  edition: null,
  sector: null,
} satisfies { readonly [Column in Exclude<keyof RatedColumns, keyof ReturnType<typeof unratedColumns>>]: null };

/** What the table shows of a supplier that was rated and is not any more. */
export function unratedAgainColumns(expectation: SupplierExpectation, country: string) {
  return { ...nothingRated, ...unratedColumns(expectation, country) };
}

/** Before there is a rating, what is expected also says the countries and tiers. */
export function unratedColumns(expectation: SupplierExpectation, country: string) {
  return { ...tierColumns(tiersOf(expectation), country), ...expectedColumns(expectation) };
}

function tiersOf({ risk }: SupplierExpectation): Tiers {
  return risk.places.map(({ country, tier }) => ({ country, tier }));
}
