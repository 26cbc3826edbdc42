import { contradictions, openQuestions, type Walk, walk } from "#questionnaires/journey";
import { adverseOf, countryFactorOf, findingsOf, type Plan, standingPlans } from "./adverse";
import { confidenceOf } from "./confidence";
import { controlScores, type GateControls, limitAtGates, residualOf, summaryOf } from "./controls";
import { type FactsInput, walkWithInherent } from "./facts";
import { bandOf, floorOf, type Lifted, worseBand } from "./floors";
import { adverseLines, controlLines, inherentLines } from "./lines";
import { nearestChange } from "./nearest";
import { type Program, programFor } from "./program";
import type { Rating, Step } from "./rating";
import { remainingOf } from "./remaining";
import type { RuleSet } from "./rule-set";
import { dprkLabourOf, statusesOf } from "./statuses";
import { rounded, roundLines, toCents } from "./steps";

export type { Plan } from "./adverse";
export { factsOf } from "./facts";
export type { Lifted } from "./floors";

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
  const { questionnaire, ruleSet, edition, hashes, asOf, lifted = [] } = input;
  const program = programFor(questionnaire, ruleSet);
  const { walk: full, inherent } = walkWithInherent(input);
  const planned = standingPlans(input.plans ?? [], asOf);

  const controls = controlScores(program, full, ruleSet);
  const gates = gateControls(program, full, ruleSet, inherent.total);
  const summary = summaryOf(controls, ruleSet);
  const counted = limitAtGates(ruleSet, inherent.total, summary.total, gates);
  const residual = residualOf(ruleSet, inherent.total, counted);

  const countryFactor = countryFactorOf(ruleSet, inherent.country);
  const { flags, knockOuts } = findingsOf(program, full, ruleSet, planned);
  const redFlags = flags.reduce((sum, { points }) => sum + points, 0);
  const adverse = adverseOf(ruleSet, countryFactor, redFlags);

  const lines = [
    ...inherentLines(inherent, ruleSet, edition),
    ...controlLines(summary, counted, inherent.total - residual, controls, ruleSet),
    ...adverseLines(flags, redFlags, adverse, countryFactor, ruleSet),
  ];
  const { steps, cents } = roundLines(lines, residual + adverse);
  const score = Math.min(10_000, cents) / 100;
  const scoreBand = bandOf(ruleSet, score);
  const floor = floorOf(knockOuts, lifted, planned);
  const band = floor === null ? scoreBand : worseBand(scoreBand, floor.band);
  const found = contradictions(full);
  const confidence = confidenceOf({ program, walk: full, ruleSet, found, planned, signed: input.signed, asOf });
  const confidenceParts = {
    completeness: rounded(confidence.completeness),
    evidence: rounded(confidence.evidence),
    consistency: rounded(confidence.consistency),
    freshness: rounded(confidence.freshness),
    signature: rounded(confidence.signature),
  };

  return {
    questionnaire: { id: questionnaire.key, hash: hashes.questionnaire },
    ruleSet: { id: ruleSet.id, hash: hashes.ruleSet },
    edition: { id: edition.id, hash: hashes.edition },
    inherent: rounded(inherent.total),
    controls: rounded(counted),
    controlGroups: summary.groups.map(({ group, weight, score: points, earned, available }) => {
      return { group, weight, score: rounded(points), earned: rounded(earned), available };
    }),
    residual: rounded(residual),
    countryFactor: Math.round(countryFactor * 10_000) / 10_000,
    redFlags: rounded(redFlags),
    adverse: rounded(adverse),
    score,
    band,
    scoreBand,
    floor,
    remaining: remainingOf({ program, walk: full, ruleSet, planned, residual, countryFactor, floor }),
    disclosed: floor?.reasons.every(({ disclosed }) => disclosed) ?? false,
    confidence: Object.values(confidenceParts).reduce((sum, part) => sum + toCents(part), 0) / 100,
    confidenceParts,
    dprkLabour: dprkLabourOf(program, full),
    statuses: statusesOf(program, full, knockOuts, input.notRebutted ?? []),
    sites: inherent.sites.map(({ site, country, tier, workers, C, S, W, T, inherent: total }) => {
      return { site, country, tier, workers, C, S: rounded(S), W: rounded(W), T: rounded(T), inherent: rounded(total) };
    }),
    steps: [...steps, ...capStep(cents, ruleSet)],
    contradictions: found.map(({ id }) => id),
    blanks: openQuestions(full).map(({ id }) => id),
    partialScope: isPartial(full),
    nearest: nearestChange({
      ruleSet,
      inherent: inherent.total,
      countryFactor,
      residual,
      adverse,
      redFlags,
      flags,
      controls,
      summary,
      gates,
      score,
      band,
      floor,
    }),
  };
}

/** The controls that would apply just below each gate the risk has reached, where they can matter at all. */
function gateControls(program: Program, full: Walk, ruleSet: RuleSet, inherent: number): GateControls[] {
  const { facts } = full;
  if (facts.inherent === undefined) return [];
  const least = residualOf(ruleSet, inherent, 100);
  return program.gates
    .filter((gate) => toCents(inherent) >= gate * 100 && least < gate)
    .map((gate) => {
      const below = walk(full.questionnaire, full.answers, { ...facts, inherent: gate - 0.01 });
      const scores = controlScores(program, below, ruleSet);
      return { gate, controls: new Set(scores.map(({ id }) => id)), below: summaryOf(scores, ruleSet) };
    });
}

function capStep(cents: number, ruleSet: RuleSet): Step[] {
  if (cents <= 10_000) return [];
  return [
    {
      kind: "cap",
      code: "score",
      rule: "most-100",
      points: (10_000 - cents) / 100,
      questions: [],
      params: { unlimited: cents / 100 },
      source: ruleSet.id,
    },
  ];
}

function isPartial({ answers }: Walk): boolean {
  const scope = answers.A1?.value?.answer;
  return scope === "sites" || scope === "products";
}
