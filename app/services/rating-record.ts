import type { NewRating } from "#db/store";
import type { Rating, Step } from "#scoring/rating";

/** Worst first; a country that nobody ranked stands between what is known to be bad and what is known to be better. */
const tierOrder = ["SC", "3", "2WL", "unranked", "unknown", "2", "1"];

/**
 * A rating as it is kept, with what the suppliers table shows of it: what raised it most, and the countries of its sites
 * with their tiers in its edition, worst first.
 */
export function ratingRecord(
  rating: Rating,
  kept: Pick<NewRating, "id" | "attestation" | "supplier" | "createdAt">,
): NewRating {
  return { ...kept, rating, driver: driverOf(rating), tiers: tiersOf(rating) };
}

function driverOf({ floor, band, steps }: Rating): NewRating["driver"] {
  const [knockOut] = floor?.reasons ?? [];
  if (knockOut && floor?.band === band) return { code: knockOut.question, floor: true };
  const [first, ...rest] = steps.filter(({ points }) => points > 0);
  const largest = first && rest.reduce<Step>((most, step) => (step.points > most.points ? step : most), first);
  return largest && { code: largest.code, points: largest.points, floor: false };
}

function tiersOf({ sites }: Rating): NewRating["tiers"] {
  const tiers = new Map(sites.filter(({ country }) => country !== "").map(({ country, tier }) => [country, tier]));
  return [...tiers]
    .map(([country, tier]) => ({ country, tier }))
    .sort((one, other) => tierOrder.indexOf(one.tier) - tierOrder.indexOf(other.tier));
}
