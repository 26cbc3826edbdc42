import type { SupplierExpectation } from "#db/records";
import { bands } from "#terms/bands";

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
export const nothingExpected = { expected: null, expectedBand: null, expectedRisk: null, expectedBasis: null };

/** A supplier without a rating that counts has nothing of what one says. */
export const noRating = {
  ...{ band: null, score: null, floor: null, held: null, confidence: null },
  ...{ driverCode: null, driverRule: null, driverPoints: null, driverFloor: null },
  ...{ dprk: null, disclosed: null, change: null, previousBand: null, signedAt: null },
  ...{ attestation: null, rating: null, questionnaire: null, ruleSet: null, edition: null },
};

/** Before there is a rating, what is expected also says the countries and tiers. */
export function unratedColumns(expectation: SupplierExpectation, country: string) {
  return { ...tierColumns(tiersOf(expectation), country), ...expectedColumns(expectation) };
}

function tiersOf({ risk }: SupplierExpectation): Tiers {
  return risk.places.map(({ country, tier }) => ({ country, tier }));
}
