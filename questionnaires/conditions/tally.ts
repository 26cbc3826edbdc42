import type { Row } from "#questionnaires/answers";
import type { Condition } from "./condition-schema";
import type { EvaluationContext, Test } from "./outcome";

type TallyCondition = Extract<Condition, { tally: unknown }>;
type Side = TallyCondition["tally"];

/**
 * Compares two tables key by key (such as workers by site). `differs`: some key has another sum on the other side;
 * `exceeds`: some key has more than the other side. A key that one side lacks counts as 0 there.
 */
export function compileTally({ tally, against, test }: TallyCondition): Test {
  return (context) => {
    const left = sums(tally, context);
    const right = sums(against, context);
    if (left === "fails" || right === "fails") return "fails";
    if (left === "undecided" || right === "undecided") return "undecided";
    const holds = test === "exceeds" ? exceeds(left, right) : differs(left, right);
    return holds ? "holds" : "fails";
  };
}

/** A key whose sums do not fit, with the sum of each side. */
export type Mismatch = { readonly key: string; readonly left: number; readonly right: number };

/** The keys for which a comparison of two tables holds, in the order of the tables; none while it is undecided. */
export function tallyMismatches(
  { tally, against, test }: TallyCondition,
  context: EvaluationContext,
): readonly Mismatch[] {
  const left = sums(tally, context);
  const right = sums(against, context);
  if (typeof left === "string" || typeof right === "string") return [];
  return [...new Set([...left.keys(), ...right.keys()])]
    .map((key) => ({ key, left: left.get(key) ?? 0, right: right.get(key) ?? 0 }))
    .filter((one) => (test === "exceeds" ? one.left > one.right : one.left !== one.right));
}

type Sums = ReadonlyMap<string, number>;

function exceeds(left: Sums, right: Sums): boolean {
  for (const [key, sum] of left) if (sum > (right.get(key) ?? 0)) return true;
  return false;
}

function differs(left: Sums, right: Sums): boolean {
  for (const [key, sum] of left) if (sum !== (right.get(key) ?? 0)) return true;
  for (const [key, sum] of right) if (sum !== 0 && !left.has(key)) return true;
  return false;
}

/** Sum by key, or the outcome that no sums lead to; a table with gaps is not compared before they are filled. */
function sums(
  { question, part, key, columns }: Side,
  { asked, answers }: EvaluationContext,
): Sums | "fails" | "undecided" {
  if (!asked.has(question)) return "fails";
  const answer = answers[question];
  if (answer?.unsure === "na") return "fails";
  const rows = answer?.value?.[part];
  if (!Array.isArray(rows)) return "undecided";
  const total = new Map<string, number>();
  for (const row of rows as readonly Row[]) {
    const at = key === "$row" ? row.id : row.cells[key];
    if (typeof at !== "string") return "undecided";
    let sum = total.get(at) ?? 0;
    for (const column of columns) {
      const cell = row.cells[column];
      if (typeof cell !== "number") return "undecided";
      sum += cell;
    }
    total.set(at, sum);
  }
  return total;
}
