import type { NewRating } from "#db/store";
import type { Rating, Step } from "#scoring/rating";
import { siteTierRank } from "#terms/tiers";

/**
 * A rating as it is kept, with what the suppliers table shows of it: what raised it most, and the countries of its sites
 * with their tiers in its edition, worst first.
 */
export function ratingRecord(
  rating: Rating,
  kept: Pick<NewRating, "id" | "attestation" | "supplier" | "createdAt" | "sector">,
): NewRating {
  return { ...kept, rating, ...summaryOf(rating) };
}

/** What the suppliers table shows of a rating besides its figures. */
export function summaryOf(rating: Rating): Pick<NewRating, "driver" | "tiers"> {
  return { driver: driverOf(rating), tiers: tiersOf(rating) };
}

function driverOf({ floor, band, steps }: Rating): NewRating["driver"] {
  const [knockOut] = floor?.reasons ?? [];
  if (knockOut && floor?.band === band) return { code: knockOut.question, rule: knockOut.rule, floor: true };
  // An answer says more than the country, which stands in the table anyway and is nearly always worth more points.
  const largest = largestOf(steps, "adverse") ?? largestOf(steps, "inherent");
  return largest && { code: largest.code, rule: largest.rule, points: largest.points, floor: false };
}

function largestOf(steps: readonly Step[], kind: Step["kind"]): Step | undefined {
  const [first, ...rest] = steps.filter((step) => step.kind === kind && step.points > 0);
  return first && rest.reduce((most, step) => (step.points > most.points ? step : most), first);
}

function tiersOf({ sites }: Rating): NewRating["tiers"] {
  const tiers = new Map(sites.filter(({ country }) => country !== "").map(({ country, tier }) => [country, tier]));
  return [...tiers]
    .map(([country, tier]) => ({ country, tier }))
    .sort((one, other) => siteTierRank(one.tier) - siteTierRank(other.tier));
}
