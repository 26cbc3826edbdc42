import type { Test } from "#questionnaires/conditions/condition";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import { gatesOf, refuseCircle } from "./risk-gates";
import { compileRule } from "./rule-condition";
import { type Count, compileCount } from "./rule-count";
import type { Control, RedFlag, RiskQuestion, RuleSet } from "./rule-set";

export type RedFlagProgram = { readonly rule: RedFlag; readonly count: Count };
export type RiskProgram = {
  readonly code: string;
  readonly question: RiskQuestion;
  readonly rules: readonly RedFlagProgram[];
  readonly relieved?: Test;
};
export type ControlProgram = {
  readonly control: Control;
  readonly free?: Test;
  readonly earns: readonly { readonly points: number; readonly count: Count }[];
};

/** A rule set made ready for one questionnaire, so that a rating interprets no data. */
export type Program = {
  readonly risks: readonly RiskProgram[];
  readonly controls: readonly ControlProgram[];
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

const programs = new WeakMap<LoadedQuestionnaire, WeakMap<RuleSet, Program>>();

/**
 * The program for a questionnaire and a rule set, made once.
 * @throws Error when the rules are about another questionnaire, or the inherent risk would depend on itself
 */
export function programFor(questionnaire: LoadedQuestionnaire, ruleSet: RuleSet): Program {
  let bySet = programs.get(questionnaire);
  if (bySet === undefined) {
    bySet = new WeakMap();
    programs.set(questionnaire, bySet);
  }
  let program = bySet.get(ruleSet);
  if (program === undefined) {
    program = makeProgram(questionnaire, ruleSet);
    bySet.set(ruleSet, program);
  }
  return program;
}

function makeProgram(questionnaire: LoadedQuestionnaire, ruleSet: RuleSet): Program {
  if (questionnaire.definition.id !== ruleSet.questionnaire) {
    throw new Error(`The rule set ${ruleSet.id} is about ${ruleSet.questionnaire}, not about ${questionnaire.key}`);
  }
  refuseCircle(questionnaire);
  const { confidence, dprkLabour, statuses } = ruleSet;
  return {
    risks: risksOf(questionnaire, ruleSet),
    controls: controlsOf(questionnaire, ruleSet),
    doubts: confidence.consistency.doubts.map(({ id, points, when }) => ({ id, points, test: compileRule(when) })),
    dprkLabour: dprkLabour.map(({ state, when }) => ({ state, test: compileRule(when) })),
    statuses: Object.entries(statuses).map(([id, rule]) => ({ id, rule, link: compileRule(rule.link) })),
    gates: gatesOf(questionnaire),
  };
}

/** In the order of the questionnaire: that of the lines of a rating. */
function risksOf({ questions }: LoadedQuestionnaire, { redFlags }: RuleSet): RiskProgram[] {
  return [...questions.keys()].flatMap((code) => {
    const question = redFlags[code];
    if (question === undefined) return [];
    const rules = question.rules.map((rule) => ({ rule, count: compileCount(code, rule) }));
    return [{ code, question, rules, relieved: question.relief && compileRule(question.relief.when) }];
  });
}

/** Without the controls of questions that this version of the questionnaire does not have. */
function controlsOf({ questions }: LoadedQuestionnaire, { controls }: RuleSet): ControlProgram[] {
  return controls
    .filter(({ question }) => questions.has(question))
    .map((control) => ({
      control,
      free: control.freeWhen && compileRule(control.freeWhen),
      earns: control.earns.map((earn) => ({ points: earn.points, count: compileCount(control.question, earn) })),
    }));
}
