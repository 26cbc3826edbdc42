import type { Cell, PartValue, Row } from "#questionnaires/answers";
import { type Compare, compileComparison } from "./comparison";
import type { Subject, SubjectCondition } from "./condition-schema";
import type { EvaluationContext, Outcome, Test } from "./outcome";

/** No value, and none can come: the question is not asked, or does not apply. */
const absent = Symbol("absent");
type Found = PartValue | typeof absent | undefined;

/** The function for a test about an answer. One subject may stand for many cells: then one that fits is enough. */
export function compileSubject(condition: SubjectCondition, compare: Compare = comparisonOf(condition)): Test {
  const { question, part = "answer", column, of } = condition;
  if (of === "sum" && column !== undefined) return compileSum(question, part, column, condition, compare);
  const judge = judgeOf(condition, compare);
  return (context) => {
    const found = find(context, question, part);
    if (found === absent) return "fails";
    return found === undefined ? "undecided" : judge(found, context);
  };
}

function comparisonOf(condition: SubjectCondition): Compare {
  return condition.aboveValueOf ? compileAboveValueOf(condition.aboveValueOf) : compileComparison(condition);
}

/** How a value that is there is judged; one that is no table where a table is meant decides nothing. */
function judgeOf(
  { row, column, of }: SubjectCondition,
  compare: Compare,
): (found: PartValue, context: EvaluationContext) => Outcome {
  if (of === "count") return (found, context) => (isRows(found) ? compare(found.length, context) : "undecided");
  if (column !== undefined) {
    return (found, context) => (isRows(found) ? anyCell(found, column, compare, context) : "undecided");
  }
  return (found, context) =>
    isMatrix(found) ? anyMatrixRow(found, row, compare, context) : compare(found as Cell, context);
}

function isMatrix(value: PartValue): value is Readonly<Record<string, string>> {
  return typeof value === "object" && !Array.isArray(value);
}

function find({ asked, answers }: EvaluationContext, question: string, part: string): Found {
  if (!asked.has(question)) return absent;
  const answer = answers[question];
  if (answer?.unsure !== undefined) return answer.unsure === "na" ? absent : undefined;
  return answer?.value?.[part];
}

function isRows(value: PartValue): value is readonly Row[] {
  return Array.isArray(value) && (value.length === 0 || typeof value[0] === "object");
}

/** A column stands for each of its rows: one that fits is enough, and an empty cell leaves it open. */
function anyCell(rows: readonly Row[], column: string, compare: Compare, context: EvaluationContext): Outcome {
  let outcome: Outcome = "fails";
  for (const { cells } of rows) {
    const cell = cells[column];
    const one = cell === undefined ? "undecided" : compare(cell, context);
    if (one === "holds") return one;
    if (one === "undecided") outcome = one;
  }
  return outcome;
}

function anyMatrixRow(
  rows: Readonly<Record<string, string>>,
  row: string | undefined,
  compare: Compare,
  context: EvaluationContext,
): Outcome {
  if (row !== undefined) {
    const chosen = rows[row];
    return chosen === undefined ? "undecided" : compare(chosen, context);
  }
  let outcome: Outcome = "fails";
  for (const id in rows) {
    const chosen = rows[id];
    const one = chosen === undefined ? "undecided" : compare(chosen, context);
    if (one === "holds") return one;
    if (one === "undecided") outcome = one;
  }
  return outcome;
}

/** Figures are zero or more, so that a sum with gaps can still be known to be above, or not below, a bound. */
function compileSum(
  question: string,
  part: string,
  column: string,
  condition: SubjectCondition,
  compare: Compare,
): Test {
  const grows = condition.above !== undefined || condition.atLeast !== undefined;
  const shrinks = condition.below !== undefined || condition.atMost !== undefined;
  return (context) => {
    const found = find(context, question, part);
    if (found === absent) return "fails";
    if (found === undefined || !isRows(found)) return "undecided";
    const outcome = compare(sumOf(found, column), context);
    if ((grows && outcome === "holds") || (shrinks && outcome === "fails")) return outcome;
    return found.every(({ cells }) => isFigure(cells[column])) ? outcome : "undecided";
  };
}

function sumOf(rows: readonly Row[], column: string): number {
  let sum = 0;
  for (const { cells } of rows) {
    const cell = cells[column];
    if (isFigure(cell)) sum += cell;
  }
  return sum;
}

function isFigure(cell: Cell | undefined): cell is number {
  return typeof cell === "number" && cell >= 0;
}

/**
 * Tests whether the other subject is below this value, so that rows, sums and gaps mean the same on both sides. The value is
 * passed in a variable, because compiling a condition for every value would cost more than the rest of a walk.
 */
function compileAboveValueOf(other: Subject): Compare {
  let bound: Cell = 0;
  const isBelow: Compare = (value) => (typeof value === typeof bound && value < bound ? "holds" : "fails");
  const test = compileSubject({ ...other, below: 0 }, isBelow);
  return (value, context) => {
    if (typeof value === "object") return "fails";
    bound = value;
    return test(context);
  };
}
