import { z } from "zod";
import type { EvidenceStatus, Row } from "#questionnaires/answers";
import { compile, type EvaluationContext, type Test } from "#questionnaires/conditions/condition";
import { Condition } from "#questionnaires/conditions/condition-schema";
import { every, negate, some } from "#questionnaires/conditions/logic";
import { compileBeforeList, compileGoods, compileNoMigrants } from "./list-conditions";
import type { RuleSources } from "./sources";

const Share = z.strictObject({ question: z.string(), part: z.string(), among: z.string() });
const Cells = z.strictObject({
  question: z.string(),
  part: z.string(),
  column: z.string(),
  /** The cell must hold a name, and not just something. */
  named: z.literal(true).optional(),
});
const Column = z.strictObject({ question: z.string(), part: z.string(), column: z.string() });
const Rows = z.strictObject({
  question: z.string(),
  part: z.string(),
  where: z.record(z.string(), z.array(z.string()).min(1)),
});
const Proven = z.strictObject({ question: z.string(), by: z.array(z.enum(["accepted", "verified"])).min(1) });
const Part = z.strictObject({ question: z.string(), part: z.string() });
const goodsKinds = ["host-industry", "hold-materials"] as const;

/**
 * What a rule may ask beyond the conditions of a questionnaire: a share of two numbers of one question (percent), whether
 * every row of a table has a cell (an empty table has not), whether one row fits in several columns or lacks a cell, whether
 * a document stands that somebody looked at, whether answers contradict each other, and what lists say of goods, of migrant
 * labour and of a day.
 */
export type RuleCondition =
  | Condition
  | { share: z.infer<typeof Share>; below: number }
  | { share: z.infer<typeof Share>; atLeast: number }
  | { everyRow: z.infer<typeof Cells> }
  | { anyRow: z.infer<typeof Rows> }
  | { emptyCell: z.infer<typeof Column> }
  | { proven: z.infer<typeof Proven> }
  | { contradiction: string }
  | { goods: (typeof goodsKinds)[number] }
  | { migrants: "none-where-usual" }
  | { beforeNewestEntityList: z.infer<typeof Part> }
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
    z.strictObject({ anyRow: Rows }),
    z.strictObject({ emptyCell: Column }),
    z.strictObject({ proven: Proven }),
    z.strictObject({ contradiction: z.string() }),
    z.strictObject({ goods: z.enum(goodsKinds) }),
    z.strictObject({ migrants: z.literal("none-where-usual") }),
    z.strictObject({ beforeNewestEntityList: Part }),
    Condition,
  ]),
);

/**
 * The function for a condition of a rule set. A rule counts only when it holds: what is undecided is silence, scored as such.
 * @param sources what the rules look things up in
 */
export function compileRule(condition: RuleCondition, sources: RuleSources): Test {
  const compileInner = (inner: RuleCondition) => compileRule(inner, sources);
  if ("all" in condition) return every(condition.all.map(compileInner));
  if ("any" in condition) return some(condition.any.map(compileInner));
  if ("not" in condition) return negate(compileInner(condition.not));
  if ("share" in condition) return compileShare(condition);
  if ("everyRow" in condition) return compileEveryRow(condition.everyRow, sources);
  if ("anyRow" in condition) return compileAnyRow(condition.anyRow);
  if ("emptyCell" in condition) return compileEmptyCell(condition.emptyCell);
  if ("proven" in condition) return compileProven(condition.proven);
  if ("contradiction" in condition) return compileContradiction(condition.contradiction, sources);
  if ("goods" in condition) return compileGoods(condition.goods, sources);
  if ("migrants" in condition) return compileNoMigrants(sources);
  if ("beforeNewestEntityList" in condition) return compileBeforeList(condition.beforeNewestEntityList, sources);
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

type OfTable = { readonly question: string; readonly part: string };

/** A test of the rows of a table: undecided while it says nothing. */
function testRows({ question, part }: OfTable, test: (rows: readonly Row[]) => boolean): Test {
  return ({ asked, answers }) => {
    if (!asked.has(question)) return "fails";
    const rows = answers[question]?.value?.[part];
    if (!Array.isArray(rows)) return "undecided";
    return test(rows as readonly Row[]) ? "holds" : "fails";
  };
}

function compileEveryRow(cells: z.infer<typeof Cells>, { isName }: RuleSources): Test {
  const { column, named } = cells;
  const isFilled = ({ cells: row }: Row) => {
    const cell = row[column];
    return cell !== undefined && (named === undefined || (typeof cell === "string" && isName(cell)));
  };
  return testRows(cells, (rows) => rows.length > 0 && rows.every(isFilled));
}

function compileAnyRow(rows: z.infer<typeof Rows>): Test {
  const wanted = Object.entries(rows.where).map(([column, values]) => ({ column, values: new Set<unknown>(values) }));
  return testRows(rows, (all) =>
    all.some(({ cells }) => wanted.every(({ column, values }) => values.has(cells[column]))),
  );
}

function compileEmptyCell(cell: z.infer<typeof Column>): Test {
  return testRows(cell, (rows) => rows.some(({ cells }) => cells[cell.column] === undefined));
}

function compileProven({ question, by }: z.infer<typeof Proven>): Test {
  const enough = new Set<EvidenceStatus>(by);
  return ({ asked, answers }) => {
    if (!asked.has(question)) return "fails";
    return answers[question]?.evidence?.some(({ status }) => enough.has(status)) ? "holds" : "fails";
  };
}

/** One that cannot be decided is none. */
function compileContradiction(id: string, { questionnaire }: RuleSources): Test {
  const found = questionnaire.plan.contradictions.find(({ contradiction }) => contradiction.id === id);
  if (found === undefined) throw new Error(`${questionnaire.key} has no contradiction ${id}`);
  return (context) => (found.test(context) === "holds" ? "holds" : "fails");
}
