import type { Answer } from "#questionnaires/answers";
import type { Walk } from "#questionnaires/walk";
import { isOpen, isUnsure } from "#scoring/answer-values";
import type { CompiledQuestion, CompiledRules } from "#scoring/rules/compiled-rules";
import type { RedFlag, RuleSet } from "#scoring/rules/rule-set";

/** Points of one rule, before the country factor. `rule` is `dk`, `legal` or `blank` where nothing was said. */
export type Flag = {
  readonly question: string;
  readonly rule: string;
  readonly points: number;
  readonly relief: string;
};
export type KnockOut = { readonly question: string; readonly rule: string; readonly band: "high" | "critical" };

/** Ways of saying nothing, and of saying less: they stand where the rule would. */
export const silences = ["dk", "legal", "blank"] as const;

/** Whether the rule of a floor or flag is no fact but a way of saying nothing. */
export function isSilence(rule: string | undefined): boolean {
  return silences.some((silence) => silence === rule);
}

/** `redFlags`: the points of all flags together, exact. */
export type Findings = {
  readonly flags: readonly Flag[];
  readonly redFlags: number;
  readonly knockOuts: readonly KnockOut[];
  /** Where nobody knows whether a knock-out is met. `rule` is a way of saying nothing. */
  readonly unverified: readonly KnockOut[];
};

/** A rule that an answer meets, and how many times. */
type MetRule = { readonly rule: RedFlag; readonly times: number };

/** Most questions have no flag and meet no rule. */
const none: readonly never[] = [];

/**
 * All red flags and knock-outs in the answers that apply, in the order of the questionnaire and of the rules.
 * @param planned questions with an accepted plan that is not overdue
 */
export function findingsOf(
  compiled: CompiledRules,
  walk: Walk,
  ruleSet: RuleSet,
  planned: ReadonlySet<string>,
): Findings {
  const flags: Flag[] = [];
  const knockOuts: KnockOut[] = [];
  const unverified: KnockOut[] = [];
  for (const question of compiled.questions) {
    if (walk.states[question.place] === "not-asked") continue;
    const answer = walk.answers[question.code];
    const met = rulesMet(question, answer, walk);
    const knockOut = firstKnockOut(question.code, met);
    const open = knockOut === undefined ? unverifiedOf(question, answer, walk) : undefined;
    if (knockOut !== undefined) knockOuts.push(knockOut);
    if (open !== undefined) unverified.push(open);
    for (const flag of relievedFlags(question, answer, met, walk, ruleSet, planned)) flags.push(flag);
  }
  return { flags, redFlags: flags.reduce((sum, { points }) => sum + points, 0), knockOuts, unverified };
}

/** The points of all flags if the knock-outs of these questions were not met; what was found of the others stays. */
export function redFlagsWithout(
  ignored: ReadonlySet<string>,
  { flags }: Findings,
  compiled: CompiledRules,
  walk: Walk,
  ruleSet: RuleSet,
  planned: ReadonlySet<string>,
): number {
  let [sum, at] = [0, 0];
  for (const question of compiled.questions) {
    const isIgnored = ignored.has(question.code);
    for (; flags[at]?.question === question.code; at += 1) if (!isIgnored) sum += flags[at]?.points ?? 0;
    if (!isIgnored || !walk.asked.has(question.code)) continue;
    const answer = walk.answers[question.code];
    const met = rulesMet(question, answer, walk).filter(({ rule }) => rule.floor === undefined);
    for (const { points } of relievedFlags(question, answer, met, walk, ruleSet, planned)) sum += points;
  }
  return sum;
}

function relievedFlags(
  question: CompiledQuestion,
  answer: Answer | undefined,
  met: readonly MetRule[],
  walk: Walk,
  ruleSet: RuleSet,
  planned: ReadonlySet<string>,
): readonly Flag[] {
  const found = flagsOf(question, answer, met, isOpen(walk.states[question.place]), ruleSet);
  return found.length > 0
    ? withRelief(found, question, walk, planned.has(question.code) ? ruleSet.planRelief : 0)
    : found;
}

/** The rules of a question that what was said meets; silence meets none. */
function rulesMet({ rules }: CompiledQuestion, answer: Answer | undefined, walk: Walk): readonly MetRule[] {
  if (answer?.value === undefined) return none;
  let met: MetRule[] | undefined;
  for (const { rule, count } of rules) {
    const times = count(walk);
    if (times > 0) {
      met ??= [];
      met.push({ rule, times });
    }
  }
  return met ?? none;
}

/** Of several knock-outs of one question the first counts, so that lifting it leaves no second floor. */
function firstKnockOut(question: string, met: readonly MetRule[]): KnockOut | undefined {
  for (const { rule } of met) if (rule.floor !== undefined) return { question, rule: rule.id, band: rule.floor };
  return undefined;
}

/** The floor of a question that leaves open whether its knock-out is met, where the rule set has one. */
function unverifiedOf(
  { code, place, question, settled }: CompiledQuestion,
  answer: Answer | undefined,
  walk: Walk,
): KnockOut | undefined {
  if (question.unverified === undefined) return undefined;
  const band = question.unverified.floor;
  if (isUnsure(answer)) return { question: code, rule: answer.unsure, band };
  if (!isOpen(walk.states[place]) || settled?.(walk) === "holds") return undefined;
  return { question: code, rule: "blank", band };
}

/**
 * Rules fill the worst of their question in order. Silence is not cheaper than "don't know", and a half-given answer not
 * cheaper than silence, or leaving a box empty would pay.
 */
function flagsOf(
  { code, question }: CompiledQuestion,
  answer: Answer | undefined,
  met: readonly MetRule[],
  isLeft: boolean,
  { silence }: RuleSet,
): readonly Flag[] {
  if (met.length === 0 && !isLeft && !isUnsure(answer)) return none;
  const unsure = question.unsure ?? (silence.unsure * question.worst) / 100;
  const flags: Flag[] = [];
  const put = (rule: string, points: number) => {
    if (points > 0) flags.push({ question: code, rule, points, relief: "" });
  };
  if (isUnsure(answer)) {
    put(answer.unsure, unsure);
    return flags;
  }
  let left = question.worst;
  for (const { rule, times } of met) {
    const points = Math.min(left, rule.max ?? left, times * rule.points);
    left -= points;
    put(rule.id, points);
  }
  if (isLeft) {
    const blank = Math.max(unsure, (silence.blank * question.worst) / 100);
    const counted = question.worst - left;
    put("blank", blank - counted);
  }
  return flags;
}

/** Takes off what was paid back, and what an accepted plan is worth until it is due. Both in percent. */
function withRelief(
  flags: readonly Flag[],
  { question, relief: isRepaid }: CompiledQuestion,
  walk: Walk,
  plan: number,
): Flag[] {
  const repaid = isRepaid?.(walk) === "holds" ? (question.relief?.percent ?? 0) : 0;
  const left = ((100 - repaid) * (100 - plan)) / 10_000;
  const relief = [...(repaid > 0 ? ["repaid"] : []), ...(plan > 0 ? ["plan"] : [])].join(" ");
  return flags.map((flag) => ({ ...flag, points: flag.points * left, relief }));
}
