import type { Walk } from "#questionnaires/journey";
import { assumedShare, isUnsure } from "./given";
import type { Program, RiskProgram } from "./program";
import type { RuleSet } from "./rule-set";

/** A plan for a gap, as the buyer judged it. `due`: ISO date. */
export type Plan = { readonly question: string; readonly accepted: boolean; readonly due: string };

/** Points of one rule, before the country factor. `rule` is `dk`, `legal` or `blank` where nothing was said. */
export type Flag = {
  readonly question: string;
  readonly rule: string;
  readonly points: number;
  readonly relief: string;
};
export type KnockOut = { readonly question: string; readonly rule: string; readonly band: "high" | "critical" };
export type Findings = { readonly flags: readonly Flag[]; readonly knockOuts: readonly KnockOut[] };

/** Questions whose accepted plan is not overdue on the day of the rating. */
export function standingPlans(plans: readonly Plan[], asOf: string): ReadonlySet<string> {
  return new Set(plans.filter(({ accepted, due }) => accepted && due >= asOf).map(({ question }) => question));
}

/**
 * All red flags and knock-outs in the answers that apply, in the order of the questionnaire and of the rules.
 * @param planned questions with an accepted plan that is not overdue
 * @param settled questions whose knock-outs are left out as though they did not hold
 */
export function findingsOf(
  program: Program,
  walk: Walk,
  ruleSet: RuleSet,
  planned: ReadonlySet<string>,
  settled: ReadonlySet<string> = new Set(),
): Findings {
  const flags: Flag[] = [];
  const knockOuts: KnockOut[] = [];
  for (const risk of program.risks) {
    if (!walk.asked.has(risk.code)) continue;
    const rules = settled.has(risk.code) ? risk.rules.filter(({ rule }) => rule.floor === undefined) : risk.rules;
    const found = flagsOf({ ...risk, rules }, walk, ruleSet, knockOuts);
    if (found.length > 0) flags.push(...relieved(found, risk, walk, planned.has(risk.code) ? ruleSet.planRelief : 0));
  }
  return { flags, knockOuts };
}

/** Takes off what was paid back, and what an accepted plan is worth until it is due. Both in percent. */
function relieved(flags: readonly Flag[], risk: RiskProgram, walk: Walk, plan: number): Flag[] {
  const repaid = risk.relieved?.(walk) === "holds" ? (risk.question.relief?.percent ?? 0) : 0;
  const left = ((100 - repaid) * (100 - plan)) / 10_000;
  const relief = [...(repaid > 0 ? ["repaid"] : []), ...(plan > 0 ? ["plan"] : [])].join(" ");
  return flags.map((flag) => ({ ...flag, points: flag.points * left, relief }));
}

/**
 * Rules fill the worst of their question in order, and the first knock-out that holds is the one that counts. Silence is not cheaper than "don't know", and a half-given answer not
 * cheaper than silence, or leaving a box empty would pay.
 */
function flagsOf({ code, question, rules }: RiskProgram, walk: Walk, ruleSet: RuleSet, knockOuts: KnockOut[]): Flag[] {
  const answer = walk.answers[code];
  const unsure = question.unsure ?? (ruleSet.silence.unsure * question.worst) / 100;
  if (isUnsure(answer)) return flag(code, answer?.unsure ?? "", unsure);
  const flags: Flag[] = [];
  let left = question.worst;
  if (answer?.value !== undefined) {
    for (const { rule, count } of rules) {
      const times = count(walk);
      if (times === 0) continue;
      if (rule.floor !== undefined && knockOuts.at(-1)?.question !== code) {
        knockOuts.push({ question: code, rule: rule.id, band: rule.floor });
      }
      const points = Math.min(left, rule.max ?? left, times * rule.points);
      left -= points;
      flags.push(...flag(code, rule.id, points));
    }
  }
  if (assumedShare(walk, ruleSet, code) > 0) {
    const blank = Math.max(unsure, (ruleSet.silence.blank * question.worst) / 100);
    flags.push(...flag(code, "blank", blank - (question.worst - left)));
  }
  return flags;
}

function flag(question: string, rule: string, points: number): Flag[] {
  return points > 0 ? [{ question, rule, points, relief: "" }] : [];
}

/** Points that red flags add: weighted by country, and never more than the cap. */
export function adverseOf(ruleSet: RuleSet, countryFactor: number, redFlags: number): number {
  return Math.min(ruleSet.adverseCap, countryFactor * redFlags);
}

/** How much the country weighs: `country` is the blended country risk, 0 to 100. */
export function countryFactorOf({ countryFactor: { base, slope } }: RuleSet, country: number): number {
  return (base + (slope * country) / 100) / 100;
}
