import { type Answer, isGiven } from "#questionnaires/answers";
import type { Walk } from "#questionnaires/walk";
import type { RuleSet } from "#scoring/rules/rule-set";
import { isUnsure } from "./answer-values";
import { type ConfidenceInput, confidenceFindings } from "./confidence-findings";
import type { ConfidenceFinding, Rating } from "./rating";

type ConfidenceParts = Rating["confidenceParts"];

/** The parts, and what the rule set finds beside them; undefined where it looks for nothing. */
export type Confidence = ConfidenceParts & { readonly findings?: ConfidenceFinding[] };

/** How much the answers can be relied on; the parts are exact and add up to 0 to 100. Never part of the score. */
export function confidenceOf(input: ConfidenceInput): Confidence {
  const findings = confidenceFindings(input);
  return {
    completeness: completeness(input),
    evidence: evidence(input),
    consistency: consistency(input, findings),
    freshness: freshness(input),
    signature: signature(input),
    findings,
  };
}

/** The mean over what is asked; what may be left blank does not count. */
function completeness({ walk, ruleSet }: ConfidenceInput): number {
  const { points, unsure, partly } = ruleSet.confidence.completeness;
  let [asked, complete] = [0, 0];
  for (const { place, question } of walk.questionnaire.plan.required) {
    const state = walk.states[place];
    if (state === "not-asked") continue;
    asked += 1;
    if (state === "answered") complete += isUnsure(walk.answers[question.id]) ? unsure : 100;
    else if (state === "partly") complete += partly;
  }
  return asked === 0 ? 0 : (points * complete) / (100 * asked);
}

/** The mean over what is asked and takes documents. */
function evidence({ walk, ruleSet }: ConfidenceInput): number {
  let [provable, proven] = [0, 0];
  for (const { place, question } of walk.questionnaire.plan.provable) {
    if (question.optional || walk.states[place] === "not-asked") continue;
    const answer = walk.answers[question.id];
    if (answer?.unsure === "na") continue;
    provable += 1;
    proven += proofShare(answer, ruleSet);
  }
  return provable === 0 ? 0 : (ruleSet.confidence.evidence.points * proven) / (100 * provable);
}

/** Percent that an answer counts as proven: by its best document. */
function proofShare(answer: Answer | undefined, { confidence: { evidence } }: RuleSet): number {
  if (answer?.value === undefined) return 0;
  let best = evidence.statuses.none;
  if (answer.evidence === undefined) return best;
  for (const { status } of answer.evidence) best = Math.max(best, evidence.statuses[status]);
  return best;
}

/** A contradiction whose questions all have an accepted plan costs less: saying so must be cheaper than being found out. */
function consistency(
  { compiled, walk, ruleSet, found, planned }: ConfidenceInput,
  findings: readonly ConfidenceFinding[] = [],
): number {
  const { points, severities, named, disclosed } = ruleSet.confidence.consistency;
  // Without any answer there is nothing that could be consistent.
  if (isSilent(walk)) return 0;
  let lost = 0;
  for (const { id, severity, questions } of found) {
    const cost = named[id] ?? severities[severity];
    lost += questions.every((code) => planned.has(code)) ? (cost * disclosed) / 100 : cost;
  }
  for (const doubt of compiled.doubts) if (doubt.test(walk) === "holds") lost += doubt.points;
  for (const finding of findings) if (finding.of === "consistency") lost += finding.points;
  return Math.max(0, points - lost);
}

/** Whether nothing at all was given to what is asked. The first answer usually settles it. */
function isSilent({ asked, answers }: Walk): boolean {
  for (const code of asked) {
    const answer = answers[code];
    if (answer !== undefined && isGiven(answer)) return false;
  }
  return true;
}

/** By the last check or outside audit. Where that is not asked, nothing can be stale. */
function freshness({ walk, ruleSet, asOf }: ConfidenceInput): number {
  const { points, question, parts, ages } = ruleSet.confidence.freshness;
  if (!walk.asked.has(question)) return isSilent(walk) ? 0 : points;
  const given = walk.answers[question]?.value;
  let months = Number.POSITIVE_INFINITY;
  for (const part of parts) {
    const date = given?.[part];
    if (typeof date === "string") months = Math.min(months, monthsSince(date, asOf));
  }
  const share = ages.find((age) => months <= age.months)?.share ?? 0;
  return (points * share) / 100;
}

/** Whole calendar months that have passed since an ISO date or month; without end where it is still to come, or no date. */
function monthsSince(date: string, today: string): number {
  const months = (iso: string) => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7));
  const passed = months(today) - months(date);
  // A date still to come is a mistake: it is not fresh, and must not take the place of one that was.
  return passed >= 0 ? passed : Number.POSITIVE_INFINITY;
}

/** Points for the signature, and for each way in which the answers were checked before it. */
function signature({ walk, ruleSet, signed }: ConfidenceInput): number {
  const { signed: points, checks } = ruleSet.confidence.signature;
  const chosen = walk.answers[checks.question]?.value?.answer;
  let checked = 0;
  if (Array.isArray(chosen)) {
    for (const option in checks.points) if (chosen.includes(option)) checked += checks.points[option] ?? 0;
  }
  return (signed ? points : 0) + checked;
}
