import type { Answers, PartValue, Row } from "#questionnaires/answers";
import type { EvaluationContext } from "#questionnaires/conditions/condition";
import type { Each, ScaledPart } from "#scoring/rules/schema/flag-rules";
import { compileRule, type RuleCondition } from "./rule-condition";
import type { RuleSources } from "./sources";

/**
 * How many times something counts: 0 where it does not hold, 1, as often as `each` finds it, or how far a number has come on
 * its scale, 0 to 1.
 */
export type Count = (context: EvaluationContext) => number;

type Counted = { when?: RuleCondition; each?: Each; scale?: readonly ScaledPart[] };

/** The count of a rule about one question. */
export function compileCount(code: string, { when, each, scale }: Counted, sources: RuleSources): Count {
  const test = when && compileRule(when, sources);
  const count = each ? compileEach(code, each, sources) : scale ? compileScale(code, scale) : () => 1;
  return test === undefined ? count : (context) => (test(context) === "holds" ? count(context) : 0);
}

function compileEach(code: string, each: Each, { partners }: RuleSources): Count {
  if ("partners" in each) return (context) => partners(context)?.unnamed ?? 0;
  if ("parts" in each) {
    return ({ answers }) => each.parts.filter((part) => Number(answers[code]?.value?.[part] ?? 0) > each.above).length;
  }
  const count = countIn(each);
  return ({ answers }) => {
    const given = answers[code]?.value?.[each.part];
    return given === undefined ? 0 : count(given);
  };
}

/** Counts within the value of one part; a value of another kind counts nothing. */
function countIn(each: Exclude<Each, { parts: unknown } | { partners: unknown }>): (given: PartValue) => number {
  if ("options" in each) {
    return (chosen) => (Array.isArray(chosen) ? each.options.filter((option) => chosen.includes(option)).length : 0);
  }
  if ("rows" in each) {
    return (matrix) => {
      if (typeof matrix !== "object" || Array.isArray(matrix)) return 0;
      const answers = matrix as Readonly<Record<string, string>>;
      return each.rows.filter((row) => answers[row] === each.is).length;
    };
  }
  return (rows) => {
    if (!Array.isArray(rows)) return 0;
    return (rows as readonly Row[]).filter(({ cells }) => cells[each.without] === undefined).length;
  };
}

/** The largest of several numbers on their scales; one that was not given counts nothing here, for it is silence. */
function compileScale(code: string, scale: readonly ScaledPart[]): Count {
  return ({ answers }) => {
    let most = 0;
    for (const one of scale) most = Math.max(most, placeOn(one, code, answers));
    return most;
  };
}

/** 0 to 1. */
export function placeOn({ part, among, from, to }: ScaledPart, code: string, answers: Answers): number {
  const given = answers[code]?.value?.[part];
  if (typeof given !== "number") return 0;
  if (among === undefined) return clamp((given - from) / (to - from));
  const all = answers[code]?.value?.[among];
  return typeof all === "number" && all > 0 ? clamp(((100 * given) / all - from) / (to - from)) : 0;
}

const clamp = (share: number) => Math.min(1, Math.max(0, share));
