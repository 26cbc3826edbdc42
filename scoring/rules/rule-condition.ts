import { z } from "zod";
import type { Answers, Row } from "#questionnaires/answers";
import { compile, type EvaluationContext, type Test } from "#questionnaires/conditions/condition";
import { Condition } from "#questionnaires/conditions/condition-schema";
import { every, negate, some } from "#questionnaires/conditions/logic";
import type { ReferenceLists } from "#scoring/editions/reference-lists";

const Share = z.strictObject({ question: z.string(), part: z.string(), among: z.string() });
const Cells = z.strictObject({ question: z.string(), part: z.string(), column: z.string() });

/**
 * What a rule may ask beyond the conditions of a questionnaire: a share of two numbers of one question (percent), whether
 * every row of a table has a cell (an empty table has not), and whether goods belong to an industry that is reported for
 * North Korean labour.
 */
export type RuleCondition =
  | Condition
  | { share: z.infer<typeof Share>; below: number }
  | { share: z.infer<typeof Share>; atLeast: number }
  | { everyRow: z.infer<typeof Cells> }
  | { goods: "host-industry" }
  | { all: RuleCondition[] }
  | { any: RuleCondition[] }
  | { not: RuleCondition };

const percent = z.number().min(0).max(100);

export const RuleCondition: z.ZodType<RuleCondition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(RuleCondition) }),
    z.strictObject({ any: z.array(RuleCondition) }),
    z.strictObject({ not: RuleCondition }),
    z.strictObject({ share: Share, below: percent }),
    z.strictObject({ share: Share, atLeast: percent }),
    z.strictObject({ everyRow: Cells }),
    z.strictObject({ goods: z.literal("host-industry") }),
    Condition,
  ]),
);

/**
 * The function for a condition of a rule set. A rule counts only when it holds: what is undecided is silence, scored as such.
 * @param lists of the edition that the answers are rated with
 */
export function compileRule(condition: RuleCondition, lists: ReferenceLists): Test {
  const compileInner = (inner: RuleCondition) => compileRule(inner, lists);
  if ("all" in condition) return every(condition.all.map(compileInner));
  if ("any" in condition) return some(condition.any.map(compileInner));
  if ("not" in condition) return negate(compileInner(condition.not));
  if ("share" in condition) return compileShare(condition);
  if ("everyRow" in condition) return compileEveryRow(condition.everyRow);
  if ("goods" in condition) return ({ answers }) => (makesHostIndustryGoods(answers, lists) ? "holds" : "fails");
  return compile(condition);
}

function compileShare(condition: Extract<RuleCondition, { share: unknown }>): Test {
  const { question, part, among } = condition.share;
  return ({ asked, answers }: EvaluationContext) => {
    if (!asked.has(question)) return "fails";
    const some = answers[question]?.value?.[part];
    const all = answers[question]?.value?.[among];
    if (typeof some !== "number" || typeof all !== "number" || all <= 0) return "undecided";
    const holds = "below" in condition ? 100 * some < condition.below * all : 100 * some >= condition.atLeast * all;
    return holds ? "holds" : "fails";
  };
}

function compileEveryRow({ question, part, column }: z.infer<typeof Cells>): Test {
  return ({ asked, answers }) => {
    if (!asked.has(question)) return "fails";
    const rows = answers[question]?.value?.[part];
    if (!Array.isArray(rows)) return "undecided";
    const filled = (rows as readonly Row[]).every(({ cells }) => cells[column] !== undefined);
    return rows.length > 0 && filled ? "holds" : "fails";
  };
}

function makesHostIndustryGoods(answers: Answers, lists: ReferenceLists): boolean {
  const rows = answers.C1?.value?.goods;
  if (!Array.isArray(rows)) return false;
  return (rows as readonly Row[]).some(({ cells }) => typeof cells.hs === "string" && lists.isHostChapter(cells.hs));
}
