import type { Outcome } from "#scoring/outcome";
import type { NearestChange } from "#scoring/rating";
import type { RuleSet } from "#scoring/rules/rule-set";
import { bands, betterBand } from "#terms/bands";
import { toHundredths } from "#terms/points";
import { floorBandOf } from "./floor-bands";

/** All that holds a band above the next better one; null in the lowest band. */
export function nearestChange(
  ruleSet: RuleSet,
  { score, band, floor }: Pick<Outcome, "score" | "band" | "floor">,
): NearestChange | null {
  const to = betterBand(band);
  if (to === undefined) return null;
  const reasons = floor?.reasons ?? [];
  const over = reasons.filter((reason) => bands.indexOf(floorBandOf(ruleSet, reason)) > bands.indexOf(to));
  const justUnder = band === "low" ? 0 : ruleSet.bands[band] * 100 - 1;
  return {
    from: band,
    to,
    points: Math.max(0, toHundredths(score) - justUnder) / 100,
    floors: over.map(({ question, rule }) => ({ question, rule })),
    heldByFloor: over.length > 0,
  };
}
