import type { Row } from "#questionnaires/answers";
import type { Condition } from "./condition-schema";
import type { EvaluationContext, Outcome, Test } from "./outcome";

type TallyCondition = Extract<Condition, { tally: unknown }>;
type Side = TallyCondition["tally"];

/**
 * Compares two tables key by key (such as workers by site). `differs`: some key has another sum on the other side;
 * `exceeds`: some key has more than the other side. A key that one side lacks counts as 0 there. What is missing leaves open
 * only what it can be about: a cell its own key, a row without a key one key, whichever it is.
 */
export function compileTally(condition: TallyCondition): Test {
  return (context) => {
    const sides = sidesOf(condition, context);
    return typeof sides === "string" ? sides : compare(sides, condition.test).outcome;
  };
}

/** A key whose sums do not fit, with the sum of each side. */
export type Mismatch = { readonly key: string; readonly left: number; readonly right: number };

/** The keys for which a comparison of two tables holds, in the order of the tables; none while it is undecided. */
export function tallyMismatches(condition: TallyCondition, context: EvaluationContext): readonly Mismatch[] {
  const sides = sidesOf(condition, context);
  if (typeof sides === "string") return [];
  return compare(sides, condition.test).keys.map((key) => ({
    key,
    left: sumAt(sides.left, key),
    right: sumAt(sides.right, key),
  }));
}

/** What is filled in so far on each side of a comparison of two tables, by key; a side that says nothing yet is empty. */
export type TallySums = { readonly left: ReadonlyMap<string, number>; readonly right: ReadonlyMap<string, number> };

/** The sums so far of a comparison of two tables; undefined where one of them is not asked for. */
export function tallySums({ tally, against }: TallyCondition, context: EvaluationContext): TallySums | undefined {
  const [left, right] = [sums(tally, context), sums(against, context)];
  if (left === "fails" || right === "fails") return undefined;
  const none: ReadonlyMap<string, number> = new Map();
  return {
    left: left === "undecided" ? none : left.least,
    right: right === "undecided" ? none : right.least,
  };
}

type Sides = { readonly left: Sums; readonly right: Sums };

function sidesOf({ tally, against }: TallyCondition, context: EvaluationContext): Sides | "fails" | "undecided" {
  const left = sums(tally, context);
  const right = sums(against, context);
  if (left === "fails" || right === "fails") return "fails";
  return left === "undecided" || right === "undecided" ? "undecided" : { left, right };
}

/** Keys for which a comparison surely holds. Figures are zero or more: what is filled in is the least that a sum can be. */
function compare({ left, right }: Sides, test: TallyCondition["test"]): { outcome: Outcome; keys: readonly string[] } {
  const sure: string[] = [];
  const explained: string[] = [];
  for (const key of new Set([...left.least.keys(), ...right.least.keys()])) {
    const difference = sumAt(left, key) - sumAt(right, key);
    if (difference === 0 || (difference < 0 && test === "exceeds")) continue;
    const lesser = difference > 0 ? right : left;
    if (lesser.open.has(key)) continue;
    (lesser.loose > 0 ? explained : sure).push(key);
  }
  // A row without its key is about one key, and cannot explain more of them than there are such rows.
  if (explained.length > left.loose + right.loose) sure.push(...explained);
  if (sure.length > 0) return { outcome: "holds", keys: sure };
  return { outcome: isWhole(left) && isWhole(right) ? "fails" : "undecided", keys: [] };
}

/** What is filled in by key, the keys at which a cell is missing, and how many rows have no key. */
type Sums = { readonly least: Map<string, number>; readonly open: Set<string>; loose: number };

function sumAt({ least }: Sums, key: string): number {
  return least.get(key) ?? 0;
}

function isWhole({ open, loose }: Sums): boolean {
  return open.size === 0 && loose === 0;
}

/** Sums by key, or the outcome that no sums lead to. */
function sums(
  { question, part, key, columns }: Side,
  { asked, answers }: EvaluationContext,
): Sums | "fails" | "undecided" {
  if (!asked.has(question)) return "fails";
  const answer = answers[question];
  if (answer?.unsure === "na") return "fails";
  const rows = answer?.value?.[part];
  if (!Array.isArray(rows)) return "undecided";
  const found: Sums = { least: new Map(), open: new Set(), loose: 0 };
  for (const row of rows as readonly Row[]) {
    const at = key === "$row" ? row.id : row.cells[key];
    if (typeof at === "string") addRow(found, at, row, columns);
    else found.loose += 1;
  }
  return found;
}

function addRow({ least, open }: Sums, at: string, { cells }: Row, columns: readonly string[]): void {
  let sum = least.get(at) ?? 0;
  for (const column of columns) {
    const cell = cells[column];
    if (typeof cell === "number") sum += cell;
    else open.add(at);
  }
  least.set(at, sum);
}
