import type { Walk } from "#questionnaires/walk";
import { countedFiles } from "#scoring/controls/counted-files";
import { type ActionPlan, questionsUnderPlan } from "#scoring/findings/action-plans";
import { bandOf, floorOf, type LiftedKnockOut } from "#scoring/findings/floor";
import { type CompiledRules, compiledRules } from "#scoring/rules/compiled-rules";
import { type Band, worseBand } from "#terms/bands";
import { maxPoints, roundPoints } from "#terms/points";
import { type FactsInput, walkWithInherent } from "./facts";
import { type Figures, figuresOf } from "./figures";
import type { Floor } from "./rating";

/** All that a rating is made from. */
export type RateInput = FactsInput & {
  /** Day of the rating as an ISO date: decides on overdue plans and the age of checks. */
  readonly asOf: string;
  readonly signed: boolean;
  readonly plans?: readonly ActionPlan[];
  /** Knock-outs that a named reviewer lifted. */
  readonly lifted?: readonly LiftedKnockOut[];
  /** Regimes about whose link a reviewer has opened a review. */
  readonly underReview?: readonly string[];
  /** Regimes whose link a reviewer found not to be rebutted. */
  readonly notRebutted?: readonly string[];
};

/** What answers come to: the walk, the exact figures, and the band. `score` in points of 0 to 100, two decimals. */
export type Outcome = {
  readonly compiled: CompiledRules;
  /** With the documents that count for each question. */
  readonly walk: Walk;
  /** Questions whose file was given for more questions than one counts for, and counts no more here. */
  readonly sharedFiles: readonly string[];
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
  const planned = questionsUnderPlan(input.plans ?? [], asOf, ruleSet);
  const { walk: given, inherent } = walkWithInherent(input);
  const { walk, sharedFiles } = countedFiles(given, ruleSet.oneFileFor);
  const figures = figuresOf(compiled, walk, inherent, ruleSet, planned);
  const score = Math.min(maxPoints, roundPoints(figures.residual + figures.adverse));
  const scoreBand = bandOf(ruleSet, score);
  const floor = floorOf(figures.findings, lifted, planned);
  const band = floor === null ? scoreBand : worseBand(scoreBand, floor.band);
  return { compiled, walk, sharedFiles, figures, planned, score, scoreBand, floor, band };
}
