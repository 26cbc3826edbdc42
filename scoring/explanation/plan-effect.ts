import { adverseOf } from "#scoring/findings/adverse";
import type { Rating } from "#scoring/rating";
import type { RuleSet } from "#scoring/rules/rule-set";
import { type Band, worseBand } from "#terms/bands";
import { maxPoints, roundPoints } from "#terms/points";
import { floorBandOf } from "./floor-bands";

/** What an accepted plan takes off a rating, as its product. Points of 0 to 100. */
export type PlanEffect = {
  /** Of the red flags of the question, before the relief of a plan and the country factor. */
  readonly points: number;
  readonly factor: number;
  /** What the rule set takes off, in percent. */
  readonly percent: number;
  /** `points × factor × percent`. */
  readonly product: number;
  /** What the score changes by: less than the product where red flags come near their limit. */
  readonly score: number;
  /** Whether this rating gives the relief. */
  readonly isGiven: boolean;
  /** The floor of the band that the question sets: no plan moves it. */
  readonly floor: Band | undefined;
};

/** What the plan of one question does to a rating by the rules that made it. Pure, and from what the rating lists alone. */
export function planEffect(rating: Rating, ruleSet: RuleSet, question: string): PlanEffect {
  const { planRelief: percent } = ruleSet;
  const flags = rating.steps.filter(({ kind, code }) => kind === "adverse" && code === question);
  const isGiven = flags.some((step) => hasPlan(step.params.relief));
  const own = flags.reduce((sum, { params }) => sum + Number(params.points ?? 0), 0);
  const points = flags.reduce(
    (sum, { params }) => sum + Number(params.points ?? 0) / (hasPlan(params.relief) ? 1 - percent / 100 : 1),
    0,
  );
  const { countryFactor: factor, residual, redFlags } = rating;
  const scoreWith = (sum: number) =>
    Math.min(maxPoints, residual + adverseOf(ruleSet, residual, factor, redFlags - own + sum));
  return {
    points: roundPoints(points),
    factor,
    percent,
    product: roundPoints((points * factor * percent) / 100),
    score: roundPoints(scoreWith(points) - scoreWith(points * (1 - percent / 100))),
    isGiven,
    floor: floorOf(rating, ruleSet, question),
  };
}

/** The worst of the floors that a question sets. */
function floorOf({ floor }: Rating, ruleSet: RuleSet, question: string): Band | undefined {
  const own = (floor?.reasons ?? []).filter((reason) => reason.question === question);
  return own
    .map((reason) => floorBandOf(ruleSet, reason))
    .reduce<Band | undefined>((worst, band) => (worst === undefined ? band : worseBand(worst, band)), undefined);
}

function hasPlan(relief: string | number | undefined): boolean {
  return String(relief ?? "").includes("plan");
}
