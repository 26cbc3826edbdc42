import { floorBandOf } from "#scoring/explanation/floor-bands";
import { nearestChange } from "#scoring/explanation/nearest-change";
import { capOf, weightedFor } from "#scoring/findings/adverse";
import type { Rating } from "#scoring/rating";
import type { RuleSet } from "#scoring/rules/rule-set";
import type { Band } from "#terms/bands";
import { toHundredths } from "#terms/points";

/** All that has to happen before a rating is in the next better band: every condition, not one of them. */
export type BandConditions = {
  readonly from: Band;
  readonly to: Band;
  /** Knock-outs whose floor is over `to`. */
  readonly floors: readonly { readonly question: string; readonly rule: string; readonly band: Band }[];
  /** What the score alone says, and the points under which it says `to`; `less`: points it must lose, 0 where none. */
  readonly score: { readonly now: number; readonly band: Band; readonly under: number; readonly less: number };
  /** Absent where the score says `to` already. */
  readonly flags?: FlagConditions;
  /** Controls, 0 to 100, from which the score would be low enough with no red flag left; null where none is enough. */
  readonly controls?: { readonly now: number; readonly from: number | null };
};

/** Red flag points now, and how many are few enough; null where even none is not. */
export type FlagConditions = {
  readonly now: number;
  readonly atMost: number | null;
  /** Points down to which the score does not move, because it is over 100 or the flags over their cap. */
  readonly unmovedTo?: number;
};

/** The figures of a rating that decide on its band. Exact where they are at hand. */
export type BandFigures = Pick<Rating, "score" | "scoreBand" | "band" | "floor"> &
  Pick<Rating, "inherent" | "controls" | "residual" | "countryFactor" | "redFlags" | "adverse">;

/** Null in the lowest band. */
export function bandConditions(ruleSet: RuleSet, figures: BandFigures): BandConditions | null {
  const { score, scoreBand, band, floor } = figures;
  const nearest = nearestChange(ruleSet, { score, band, floor });
  if (nearest === null || band === "low") return null;
  const { to, points, floors = [] } = nearest;
  const under = ruleSet.bands[band];
  return {
    from: band,
    to,
    floors: floors.map((one) => ({ ...one, band: floorBandOf(ruleSet, one) })),
    score: { now: score, band: scoreBand, under, less: points },
    ...(points > 0 && whatLowers(ruleSet, figures, under)),
  };
}

function whatLowers(ruleSet: RuleSet, figures: BandFigures, under: number): Pick<BandConditions, "flags" | "controls"> {
  const { residual, countryFactor, redFlags, controls, inherent } = figures;
  const now = redFlags;
  if (toHundredths(residual) < under * 100) {
    // Whole points, and a hair less than the bound, so that the rounded score is under it.
    const weighted = weightedFor(ruleSet, residual, under - 0.0051);
    const atMost = Math.max(0, Math.floor(weighted / countryFactor));
    return { flags: { now, atMost, ...unmoved(ruleSet, figures) } };
  }
  const from = ((1 - (under - 0.0051) / inherent) * 10_000) / ruleSet.mitigationCeiling;
  return {
    flags: { now, atMost: null },
    controls: { now: controls, from: from <= 100 ? Math.ceil(from) : null },
  };
}

/** Where red flags take a share of what is left, fewer of them always count. */
function unmoved(ruleSet: RuleSet, { residual, countryFactor, redFlags, adverse }: BandFigures) {
  const cap = capOf(ruleSet);
  const isOver = residual + adverse > 100;
  const isCapped = countryFactor * redFlags > cap;
  if (!isOver && !isCapped) return {};
  return { unmovedTo: Math.ceil(Math.min(cap, 100 - residual) / countryFactor) };
}
