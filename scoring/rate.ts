import { contradictions, openQuestions, type Walk } from "#questionnaires/walk";
import type { ControlSummary } from "#scoring/controls/control-summary";
import { nearestChange } from "#scoring/explanation/nearest-change";
import { capStep, roundFactor, roundSteps } from "#scoring/explanation/step-rounding";
import { exactSteps } from "#scoring/explanation/steps";
import { dprkLabourOf, legalStatusesOf } from "#scoring/findings/legal-statuses";
import { remainingOf } from "#scoring/findings/remaining";
import type { Inherent } from "#scoring/inherent/inherent";
import { roundPoints } from "#terms/points";
import { confidenceOf } from "./confidence";
import type { ConfidenceInput } from "./confidence-findings";
import { outcomeOf, type RateInput } from "./outcome";
import type { Rating } from "./rating";

export type { RateInput } from "./outcome";

/**
 * Rates a set of answers. Points of 0 to 100, two decimals; higher is worse. Pure: the same input gives the same bytes.
 * It names what it was made from by fingerprint, so nothing unpublished is rated with.
 * @throws Error when the rule set was made for another questionnaire, or something is not published
 */
export function rate(input: RateInput): Rating {
  const { questionnaire, edition, asOf, signed, underReview = [], notRebutted = [] } = input;
  const ruleSet = input.ruleSet.definition;
  const outcome = outcomeOf(input);
  const { compiled, walk, sharedFiles, figures, planned, score, scoreBand, floor, band } = outcome;
  const { inherent, summary, counted, residual, countryFactor, findings, adverse } = figures;
  const { steps, hundredths } = roundSteps(exactSteps(figures, ruleSet, edition, compiled.sources), residual + adverse);
  const found = contradictions(walk);

  return {
    questionnaire: { id: questionnaire.key, hash: questionnaire.fingerprint },
    ruleSet: { id: ruleSet.id, hash: input.ruleSet.fingerprint },
    edition: { id: edition.id, hash: edition.fingerprint },
    inherent: roundPoints(inherent.total),
    controls: roundPoints(counted),
    controlGroups: shownGroups(summary),
    residual: roundPoints(residual),
    countryFactor: roundFactor(countryFactor),
    redFlags: roundPoints(findings.redFlags),
    ...(ruleSet.adverse && { weightedFlags: roundPoints(countryFactor * findings.redFlags) }),
    adverse: roundPoints(adverse),
    score,
    band,
    scoreBand,
    floor,
    remaining: remainingOf({ compiled, walk, ruleSet, findings, planned, residual, countryFactor, floor }),
    disclosed: floor?.reasons.every(({ disclosed }) => disclosed) ?? false,
    ...(ruleSet.silence.withheld && { withheld: withheldIn(walk) }),
    ...shownConfidence({ compiled, walk, ruleSet, found, planned, signed, asOf, sharedFiles }),
    dprkLabour: dprkLabourOf(compiled, walk),
    statuses: legalStatusesOf(compiled, walk, ruleSet, findings.knockOuts, { underReview, notRebutted }),
    sites: shownSites(inherent),
    steps: [...steps, ...capStep(hundredths, ruleSet.id)],
    contradictions: found.map(({ id }) => id),
    blanks: openQuestions(walk).map(({ id }) => id),
    partialScope: isPartial(walk),
    nearest: nearestChange(ruleSet, outcome),
  };
}

function shownGroups({ groups }: ControlSummary): Rating["controlGroups"] {
  return groups.map(({ group, weight, score, earned, available }) => {
    return { group, weight, score: roundPoints(score), earned: roundPoints(earned), available };
  });
}

/** The parts are rounded first, so that those shown add up to the confidence shown, less what its findings take off. */
function shownConfidence(
  input: ConfidenceInput,
): Pick<Rating, "confidence" | "confidenceFindings" | "confidenceParts"> {
  const exact = confidenceOf(input);
  const { findings } = exact;
  const completeness = roundPoints(exact.completeness);
  const evidence = roundPoints(exact.evidence);
  const consistency = roundPoints(exact.consistency);
  const freshness = roundPoints(exact.freshness);
  const signature = roundPoints(exact.signature);
  const confidenceParts = { completeness, evidence, consistency, freshness, signature };
  const sum = roundPoints(completeness + evidence + consistency + freshness + signature);
  if (findings === undefined) return { confidence: sum, confidenceParts };
  const off = findings.reduce((total, { of, points }) => (of === "total" ? total + points : total), 0);
  return { confidence: roundPoints(Math.max(0, sum - off)), confidenceFindings: findings, confidenceParts };
}

function withheldIn({ asked, answers }: Walk): string[] {
  const found: string[] = [];
  for (const code of asked) if (answers[code]?.unsure === "legal") found.push(code);
  return found;
}

function shownSites({ sites }: Inherent): Rating["sites"] {
  return sites.map(({ site, country, tier, workers, C, S, W, T, inherent }) => {
    const [s, w, t] = [roundPoints(S), roundPoints(W), roundPoints(T)];
    return { site, country, tier, workers, C, S: s, W: w, T: t, inherent: roundPoints(inherent) };
  });
}

function isPartial({ answers }: Walk): boolean {
  const scope = answers.A1?.value?.answer;
  return scope === "sites" || scope === "products";
}
