import type { PartValue, Row } from "#questionnaires/answers";
import type { SoFar, Test } from "#questionnaires/condition";
import { type Condition, conditionQuestions } from "#questionnaires/condition-schema";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import { inherentQuestions } from "./inherent/inherent-questions";
import { compileRule, type RuleCondition } from "./rule-condition";
import type { Control, Each, RedFlag, RiskQuestion, RuleSet } from "./rule-set";

/** How many times something counts: 0 where it does not hold, 1, or as often as `each` finds it. */
export type Count = (soFar: SoFar) => number;

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

/** The program for a questionnaire and a rule set, made once. Throws when the rules are about another questionnaire. */
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
  const risks: RiskProgram[] = [];
  for (const code of questionnaire.questions.keys()) {
    const question = ruleSet.redFlags[code];
    if (question === undefined) continue;
    const rules = question.rules.map((rule) => ({ rule, count: compileCount(code, rule) }));
    risks.push({ code, question, rules, relieved: question.relief && compileRule(question.relief.when) });
  }
  return {
    risks,
    controls: ruleSet.controls
      .filter(({ question }) => questionnaire.questions.has(question))
      .map((control) => ({
        control,
        free: control.freeWhen && compileRule(control.freeWhen),
        earns: control.earns.map((earn) => ({ points: earn.points, count: compileCount(control.question, earn) })),
      })),
    doubts: ruleSet.confidence.consistency.doubts.map(({ id, points, when }) => ({
      id,
      points,
      test: compileRule(when),
    })),
    dprkLabour: ruleSet.dprkLabour.map(({ state, when }) => ({ state, test: compileRule(when) })),
    statuses: Object.entries(ruleSet.statuses).map(([id, rule]) => ({ id, rule, link: compileRule(rule.link) })),
    gates: gatesOf(questionnaire),
  };
}

function compileCount(code: string, { when, each }: { when?: RuleCondition; each?: Each }): Count {
  const test = when && compileRule(when);
  const count = each ? compileEach(code, each) : () => 1;
  return test === undefined ? count : (soFar) => (test(soFar) === "holds" ? count(soFar) : 0);
}

function compileEach(code: string, each: Each): Count {
  if ("parts" in each) {
    return ({ answers }) => each.parts.filter((part) => Number(answers[code]?.value?.[part] ?? 0) > each.above).length;
  }
  const givenIn = ({ answers }: SoFar): PartValue | undefined => answers[code]?.value?.[each.part];
  if ("options" in each) {
    return (soFar) => {
      const chosen = givenIn(soFar);
      return Array.isArray(chosen) ? each.options.filter((option) => chosen.includes(option)).length : 0;
    };
  }
  if ("rows" in each) {
    return (soFar) => {
      const matrix = givenIn(soFar);
      if (typeof matrix !== "object" || Array.isArray(matrix)) return 0;
      const rows = matrix as Readonly<Record<string, string>>;
      return each.rows.filter((row) => rows[row] === each.is).length;
    };
  }
  return (soFar) => {
    const rows = givenIn(soFar);
    if (!Array.isArray(rows)) return 0;
    return (rows as readonly Row[]).filter(({ cells }) => cells[each.without] === undefined).length;
  };
}

function gatesOf({ questions }: LoadedQuestionnaire): readonly number[] {
  const found = new Set<number>();
  for (const { shown, parts } of questions.values()) {
    for (const gate of [shown, ...parts.map((part) => part.shown)].flatMap(gatesIn)) found.add(gate);
  }
  return [...found].sort((a, b) => a - b);
}

function gatesIn(condition: Condition | undefined): number[] {
  if (condition === undefined) return [];
  if ("all" in condition) return condition.all.flatMap(gatesIn);
  if ("any" in condition) return condition.any.flatMap(gatesIn);
  if ("not" in condition) return gatesIn(condition.not);
  return "fact" in condition && condition.fact === "inherent" ? [condition.atLeast] : [];
}

/** Risk that decides whether its own inputs are asked would have no value, or two. */
function refuseCircle({ questions, key }: LoadedQuestionnaire): void {
  const gated = new Set<string>();
  const reads = (code: string, seen: ReadonlySet<string>): boolean => {
    const question = questions.get(code);
    if (question === undefined || seen.has(code)) return false;
    const conditions = [question, ...question.parts].flatMap(({ shown }) => (shown === undefined ? [] : [shown]));
    if (conditions.some((condition) => gatesIn(condition).length > 0)) return true;
    return conditions.flatMap(conditionQuestions).some((other) => reads(other, new Set([...seen, code])));
  };
  for (const code of inherentQuestions) if (reads(code, new Set())) gated.add(code);
  if (gated.size > 0)
    throw new Error(`${key} asks ${[...gated].join(", ")} by the inherent risk, which is made of them`);
}
