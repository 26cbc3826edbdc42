import type { Test } from "#questionnaires/conditions/condition";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import type { ReferenceLists } from "#scoring/editions/reference-lists";
import { placeholderReader } from "./conditions/names";
import { compileRule, type RuleCondition } from "./conditions/rule-condition";
import { type Count, compileCount } from "./conditions/rule-count";
import { type RuleSources, ruleSources } from "./conditions/sources";
import { isMadeFor, type LoadedRuleSet } from "./load-rule-set";
import { refuseCircularRisk, riskGates } from "./risk-gates";
import type { Control, RedFlag, RiskQuestion, RuleSet } from "./rule-set";

/** The red flags of one question. */
export type CompiledQuestion = {
  readonly code: string;
  /** Its place in the states of a walk. */
  readonly place: number;
  readonly question: RiskQuestion;
  readonly rules: readonly { readonly rule: RedFlag; readonly count: Count }[];
  /** When part of the points is taken off. */
  readonly relief?: Test;
  /** When a half-given answer says enough about its knock-outs. */
  readonly settled?: Test;
};

type Finding = NonNullable<RuleSet["confidence"]["findings"]>[number];

export type CompiledControl = {
  readonly control: Control;
  /** The place of its question in the states of a walk. */
  readonly place: number;
  /** When there is nothing to control. */
  readonly free?: Test;
  readonly earns: readonly { readonly points: number; readonly count: Count }[];
};

/** A rule set made ready for one questionnaire, with its conditions as functions, so that a rating interprets no data. */
export type CompiledRules = {
  readonly sources: RuleSources;
  readonly questions: readonly CompiledQuestion[];
  readonly controls: readonly CompiledControl[];
  readonly doubts: readonly { readonly id: string; readonly points: number; readonly test: Test }[];
  /** Whether a text only fills a box. */
  isPlaceholder(text: string): boolean;
  readonly findings: readonly { readonly finding: Finding; readonly test: Test }[];
  readonly dprkLabour: readonly { readonly state: RuleSet["dprkLabour"][number]["state"]; readonly test: Test }[];
  readonly statuses: readonly {
    readonly id: string;
    readonly rule: RuleSet["statuses"][string];
    readonly link: Test;
    readonly unknown?: Test;
    readonly checked?: Test;
  }[];
  /** Inherent risks from which further questions are asked, lowest first. */
  readonly gates: readonly number[];
};

type ByLists = WeakMap<ReferenceLists, CompiledRules>;
const compiled = new WeakMap<LoadedQuestionnaire, WeakMap<LoadedRuleSet, ByLists>>();

/**
 * The rules for a questionnaire and the lists of an edition, compiled once for these very objects: others with the same ids
 * may hold other rules. The lists of the rule set itself, where it has some, count in place of those.
 * @throws Error when the rules were made for another questionnaire, or the inherent risk would depend on itself
 */
export function compiledRules(
  questionnaire: LoadedQuestionnaire,
  ruleSet: LoadedRuleSet,
  ofEdition: ReferenceLists,
): CompiledRules {
  const lists = ruleSet.lists ?? ofEdition;
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
  const sources = ruleSources(questionnaire, ruleSet.definition, lists, ruleSet.lists);
  const test = (condition: RuleCondition) => compileRule(condition, sources);
  return {
    sources,
    questions: compileQuestions(questionnaire, redFlags, sources),
    controls: controls.map((control) => ({
      control,
      place: placeOf(questionnaire, control.question),
      free: control.freeWhen && test(control.freeWhen),
      earns: control.earns.map((earn) => ({
        points: earn.points,
        count: compileCount(control.question, earn, sources),
      })),
    })),
    doubts: confidence.consistency.doubts.map(({ id, points, when }) => ({ id, points, test: test(when) })),
    isPlaceholder: placeholderReader(ruleSet.definition.names),
    findings: (confidence.findings ?? []).map((finding) => ({ finding, test: test(finding.when) })),
    dprkLabour: dprkLabour.map(({ state, when }) => ({ state, test: test(when) })),
    statuses: Object.entries(statuses).map(([id, rule]) => ({
      id,
      rule,
      link: test(rule.link),
      unknown: rule.unknownWhen && test(rule.unknownWhen),
      checked: rule.checkedWhen && test(rule.checkedWhen),
    })),
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

function placeOf({ plan, key }: LoadedQuestionnaire, code: string): number {
  const place = plan.places.get(code);
  if (place === undefined) throw new Error(`${key} has no question ${code}`);
  return place;
}

/** In the order of the questionnaire: that of the lines of a rating. */
function compileQuestions(
  questionnaire: LoadedQuestionnaire,
  redFlags: RuleSet["redFlags"],
  sources: RuleSources,
): CompiledQuestion[] {
  return [...questionnaire.questions.keys()].flatMap((code) => {
    const question = redFlags[code];
    if (question === undefined) return [];
    const { relief, unverified } = question;
    return [
      {
        code,
        place: placeOf(questionnaire, code),
        question,
        rules: question.rules.map((rule) => ({ rule, count: compileCount(code, rule, sources) })),
        relief: relief && compileRule(relief.when, sources),
        settled: unverified?.settledBy && compileRule(unverified.settledBy, sources),
      },
    ];
  });
}
