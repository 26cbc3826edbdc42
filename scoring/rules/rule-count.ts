import type { PartValue, Row } from "#questionnaires/answers";
import type { EvaluationContext } from "#questionnaires/conditions/condition";
import type { ReferenceLists } from "#scoring/editions/reference-lists";
import { compileRule, type RuleCondition } from "./rule-condition";
import type { Each } from "./rule-set";

/** How many times something counts: 0 where it does not hold, 1, or as often as `each` finds it. */
export type Count = (context: EvaluationContext) => number;

/** The count of a rule about one question. */
export function compileCount(
  code: string,
  { when, each }: { when?: RuleCondition; each?: Each },
  lists: ReferenceLists,
): Count {
  const test = when && compileRule(when, lists);
  const count = each ? compileEach(code, each) : () => 1;
  return test === undefined ? count : (context) => (test(context) === "holds" ? count(context) : 0);
}

function compileEach(code: string, each: Each): Count {
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
function countIn(each: Exclude<Each, { parts: unknown }>): (given: PartValue) => number {
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
