import { contradictions, openQuestions, type Walk } from "#questionnaires/journey";
import type { Summary } from "#scoring/controls/controls";
import { nearestChange } from "#scoring/explanation/nearest-change";
import { capStep, mostCents, rounded, roundedFactor, roundLines, toCents } from "#scoring/explanation/step-rounding";
import { linesOf } from "#scoring/explanation/steps";
import { type Plan, standingPlans } from "#scoring/findings/action-plans";
import { bandOf, floorOf, type Lifted, worseBand } from "#scoring/findings/floor";
import { dprkLabourOf, statusesOf } from "#scoring/findings/legal-statuses";
import { remainingOf } from "#scoring/findings/remaining";
import type { Inherent } from "#scoring/inherent/inherent";
import { programFor } from "#scoring/rules/compiled-rules";
import { type ConfidenceInput, confidenceOf } from "./confidence";
import { type FactsInput, walkWithInherent } from "./facts";
import { figuresOf } from "./figures";
import type { Rating } from "./rating";

export type { Plan } from "#scoring/findings/action-plans";
export type { Lifted } from "#scoring/findings/floor";
export { factsOf } from "./facts";

export type RateInput = FactsInput & {
  /** Day of the rating as an ISO date: decides on overdue plans and the age of checks. */
  readonly asOf: string;
  readonly signed: boolean;
  /** Fingerprints of what the rating is made from. */
  readonly hashes: { readonly questionnaire: string; readonly ruleSet: string; readonly edition: string };
  readonly plans?: readonly Plan[];
  /** Knock-outs that a named reviewer lifted. */
  readonly lifted?: readonly Lifted[];
  /** Regimes whose link a reviewer found not to be rebutted. */
  readonly notRebutted?: readonly string[];
};

/**
 * Rates a set of answers. Points of 0 to 100, two decimals; higher is worse. Pure: the same input gives the same bytes.
 * @throws Error when the rule set is about another questionnaire
 */
export function rate(input: RateInput): Rating {
  const { questionnaire, ruleSet, edition, hashes, asOf, signed, lifted = [] } = input;
  const program = programFor(questionnaire, ruleSet);
  const planned = standingPlans(input.plans ?? [], asOf);
  const { walk, inherent } = walkWithInherent(input);
  const figures = figuresOf(program, walk, inherent, ruleSet, planned);
  const { summary, counted, residual, countryFactor, findings, adverse } = figures;
  const { knockOuts } = findings;

  const { steps, cents } = roundLines(linesOf(figures, ruleSet, edition), residual + adverse);
  const score = Math.min(mostCents, cents) / 100;
  const scoreBand = bandOf(ruleSet, score);
  const floor = floorOf(knockOuts, lifted, planned);
  const band = floor === null ? scoreBand : worseBand(scoreBand, floor.band);
  const found = contradictions(walk);

  return {
    questionnaire: { id: questionnaire.key, hash: hashes.questionnaire },
    ruleSet: { id: ruleSet.id, hash: hashes.ruleSet },
    edition: { id: edition.id, hash: hashes.edition },
    inherent: rounded(inherent.total),
    controls: rounded(counted),
    controlGroups: shownGroups(summary),
    residual: rounded(residual),
    countryFactor: roundedFactor(countryFactor),
    redFlags: rounded(findings.redFlags),
    adverse: rounded(adverse),
    score,
    band,
    scoreBand,
    floor,
    remaining: remainingOf({ program, walk, ruleSet, planned, residual, countryFactor, floor }),
    disclosed: floor?.reasons.every(({ disclosed }) => disclosed) ?? false,
    ...shownConfidence({ program, walk, ruleSet, found, planned, signed, asOf }),
    dprkLabour: dprkLabourOf(program, walk),
    statuses: statusesOf(program, walk, knockOuts, input.notRebutted ?? []),
    sites: shownSites(inherent),
    steps: [...steps, ...capStep(cents, ruleSet.id)],
    contradictions: found.map(({ id }) => id),
    blanks: openQuestions(walk).map(({ id }) => id),
    partialScope: isPartial(walk),
    nearest: nearestChange({ ruleSet, figures, score, band, floor }),
  };
}

function shownGroups({ groups }: Summary): Rating["controlGroups"] {
  return groups.map(({ group, weight, score, earned, available }) => {
    return { group, weight, score: rounded(score), earned: rounded(earned), available };
  });
}

/** The parts are rounded first, so that those shown add up to the confidence shown. */
function shownConfidence(input: ConfidenceInput): Pick<Rating, "confidence" | "confidenceParts"> {
  const exact = confidenceOf(input);
  const confidenceParts = {
    completeness: rounded(exact.completeness),
    evidence: rounded(exact.evidence),
    consistency: rounded(exact.consistency),
    freshness: rounded(exact.freshness),
    signature: rounded(exact.signature),
  };
  const cents = Object.values(confidenceParts).reduce((sum, part) => sum + toCents(part), 0);
  return { confidence: cents / 100, confidenceParts };
}

function shownSites({ sites }: Inherent): Rating["sites"] {
  return sites.map(({ site, country, tier, workers, C, S, W, T, inherent }) => {
    const shown = { C, S: rounded(S), W: rounded(W), T: rounded(T), inherent: rounded(inherent) };
    return { site, country, tier, workers, ...shown };
  });
}

function isPartial({ answers }: Walk): boolean {
  const scope = answers.A1?.value?.answer;
  return scope === "sites" || scope === "products";
}
