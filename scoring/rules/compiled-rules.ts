import type { Test } from "#questionnaires/conditions/condition";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import type { ReferenceLists } from "#scoring/editions/reference-lists";
import { isMadeFor, type LoadedRuleSet } from "./load-rule-set";
import { refuseCircularRisk, riskGates } from "./risk-gates";
import { compileRule } from "./rule-condition";
import { type Count, compileCount } from "./rule-count";
import type { Control, RedFlag, RiskQuestion, RuleSet } from "./rule-set";

/** The red flags of one question. */
export type CompiledQuestion = {
  readonly code: string;
  readonly question: RiskQuestion;
  readonly rules: readonly { readonly rule: RedFlag; readonly count: Count }[];
  /** When part of the points is taken off. */
  readonly relief?: Test;
};

export type CompiledControl = {
  readonly control: Control;
  /** When there is nothing to control. */
  readonly free?: Test;
  readonly earns: readonly { readonly points: number; readonly count: Count }[];
};

/** A rule set made ready for one questionnaire, with its conditions as functions, so that a rating interprets no data. */
export type CompiledRules = {
  readonly questions: readonly CompiledQuestion[];
  readonly controls: readonly CompiledControl[];
  readonly doubts: readonly { readonly id: string; readonly points: number; readonly test: Test }[];
  readonly dprkLabour: readonly { readonly state: RuleSet["dprkLabour"][number]["state"]; readonly test: Test }[];
  readonly statuses: readonly {
    readonly id: string;
    readonly rule: RuleSet["statuses"][string];
    readonly link: Test;
  }[];
  /** Inherent risks from which further questions are asked, lowest first. */
  readonly gates: readonly number[];
};

type ByLists = WeakMap<ReferenceLists, CompiledRules>;
const compiled = new WeakMap<LoadedQuestionnaire, WeakMap<LoadedRuleSet, ByLists>>();

/**
 * The rules for a questionnaire and the lists of an edition, compiled once for these very objects: others with the same ids
 * may hold other rules.
 * @throws Error when the rules were made for another questionnaire, or the inherent risk would depend on itself
 */
export function compiledRules(
  questionnaire: LoadedQuestionnaire,
  ruleSet: LoadedRuleSet,
  lists: ReferenceLists,
): CompiledRules {
  const known = compiled.get(questionnaire)?.get(ruleSet)?.get(lists);
  if (known !== undefined) return known;
  const byRuleSet = compiled.get(questionnaire) ?? new WeakMap<LoadedRuleSet, ByLists>();
  compiled.set(questionnaire, byRuleSet);
  const byLists = byRuleSet.get(ruleSet) ?? new WeakMap<ReferenceLists, CompiledRules>();
  byRuleSet.set(ruleSet, byLists);
  const rules = compileRules(questionnaire, ruleSet, lists);
  byLists.set(lists, rules);
  return rules;
}

function compileRules(
  questionnaire: LoadedQuestionnaire,
  ruleSet: LoadedRuleSet,
  lists: ReferenceLists,
): CompiledRules {
  refuseOtherQuestionnaire(questionnaire, ruleSet);
  refuseCircularRisk(questionnaire);
  const { redFlags, controls, confidence, dprkLabour, statuses } = ruleSet.definition;
  return {
    questions: compileQuestions(questionnaire, redFlags, lists),
    controls: controls.map((control) => ({
      control,
      free: control.freeWhen && compileRule(control.freeWhen, lists),
      earns: control.earns.map((earn) => ({ points: earn.points, count: compileCount(control.question, earn, lists) })),
    })),
    doubts: confidence.consistency.doubts.map(({ id, points, when }) => ({
      id,
      points,
      test: compileRule(when, lists),
    })),
    dprkLabour: dprkLabour.map(({ state, when }) => ({ state, test: compileRule(when, lists) })),
    statuses: Object.entries(statuses).map(([id, rule]) => ({ id, rule, link: compileRule(rule.link, lists) })),
    gates: riskGates(questionnaire),
  };
}

/** The version alone is not enough: another organisation's questionnaire may have the same id and other questions. */
function refuseOtherQuestionnaire(questionnaire: LoadedQuestionnaire, ruleSet: LoadedRuleSet): void {
  const { definition, id, versions } = ruleSet;
  if (!isMadeFor(ruleSet, questionnaire)) {
    const range = versions.from === versions.to ? `${versions.from}` : `${versions.from} to ${versions.to}`;
    throw new Error(`The rule set ${id} rates ${definition.questionnaire}@${range}, not ${questionnaire.key}`);
  }
  const named = [...Object.keys(definition.redFlags), ...definition.controls.map(({ question }) => question)];
  const missing = [...new Set(named)].filter((code) => !questionnaire.questions.has(code));
  if (missing.length > 0) {
    throw new Error(`The rule set ${id} rates ${missing.join(", ")}, which this ${questionnaire.key} does not ask`);
  }
}

/** In the order of the questionnaire: that of the lines of a rating. */
function compileQuestions(
  { questions }: LoadedQuestionnaire,
  redFlags: RuleSet["redFlags"],
  lists: ReferenceLists,
): CompiledQuestion[] {
  return [...questions.keys()].flatMap((code) => {
    const question = redFlags[code];
    if (question === undefined) return [];
    const rules = question.rules.map((rule) => ({ rule, count: compileCount(code, rule, lists) }));
    return [{ code, question, rules, relief: question.relief && compileRule(question.relief.when, lists) }];
  });
}
