import type { Walk } from "#questionnaires/walk";
import { questionsUnderPlan } from "#scoring/findings/action-plans";
import { bandOf, floorOf } from "#scoring/findings/floor";
import { type CompiledRules, compiledRules } from "#scoring/rules/compiled-rules";
import { type Band, worseBand } from "#terms/bands";
import { maxPoints, roundPoints } from "#terms/points";
import { walkWithInherent } from "./facts";
import { type Figures, figuresOf } from "./figures";
import type { RateInput } from "./rate";
import type { Floor } from "./rating";

/** What answers come to: the walk, the exact figures, and the band. `score` in points of 0 to 100, two decimals. */
export type Outcome = {
  readonly compiled: CompiledRules;
  readonly walk: Walk;
  readonly figures: Figures;
  /** Questions with an accepted plan that is not overdue. */
  readonly planned: ReadonlySet<string>;
  readonly score: number;
  readonly scoreBand: Band;
  readonly floor: Floor | null;
  readonly band: Band;
};

/** Score, floor and band of a set of answers, without the reasons that a rating lists. */
export function outcomeOf(input: RateInput): Outcome {
  const { questionnaire, edition, asOf, lifted = [] } = input;
  const ruleSet = input.ruleSet.definition;
  const compiled = compiledRules(questionnaire, input.ruleSet, edition.lists);
  const planned = questionsUnderPlan(input.plans ?? [], asOf);
  const { walk, inherent } = walkWithInherent(input);
  const figures = figuresOf(compiled, walk, inherent, ruleSet, planned);
  const score = Math.min(maxPoints, roundPoints(figures.residual + figures.adverse));
  const scoreBand = bandOf(ruleSet, score);
  const floor = floorOf(figures.findings.knockOuts, lifted, planned);
  const band = floor === null ? scoreBand : worseBand(scoreBand, floor.band);
  return { compiled, walk, figures, planned, score, scoreBand, floor, band };
}
