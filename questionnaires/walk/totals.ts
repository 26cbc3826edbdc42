import { tallySums } from "#questionnaires/conditions/tally";
import type { Walk } from "./walk";

/** What a sum of one table must be beside the sum of another, seen from the first. */
export type Fit = "same" | "at-most" | "at-least";

/** How the figures of a table stand so far beside those of another table that they must fit. */
export type RunningTotals = {
  /** Question that the other table stands in. */
  readonly other: string;
  readonly must: Fit;
  /** The column of the table that says what a row is summed for; `$row` where that is the row itself. */
  readonly key: string;
  /** Sums so far of everything; they fit where those of each key do. */
  readonly all: Sums;
  /** Sums so far for a key, such as the id of a site. */
  readonly at: (key: string) => Sums;
  /** Keys for which both tables say something and it does not fit, in the order of the table. */
  readonly wrong: readonly string[];
};

export type Sums = { readonly own: number; readonly other: number; readonly fits: boolean };

const seenFromLeft = { differs: "same", exceeds: "at-most" } as const;
const seenFromRight = { differs: "same", exceeds: "at-least" } as const;

/** Every comparison of a table with another one that says something already, in the order of the definition. */
export function runningTotals(walk: Walk, question: string, part: string): readonly RunningTotals[] {
  return walk.questionnaire.plan.contradictions.flatMap(({ contradiction: { when } }) => {
    if (!("tally" in when)) return [];
    const { tally, against, test } = when;
    const isHere = (side: typeof tally) => side.question === question && side.part === part;
    const sums = isHere(tally) || isHere(against) ? tallySums(when, walk) : undefined;
    if (sums === undefined) return [];
    const totals = isHere(tally)
      ? totalsOf({ own: sums.left, others: sums.right }, against.question, seenFromLeft[test], tally.key)
      : totalsOf({ own: sums.right, others: sums.left }, tally.question, seenFromRight[test], against.key);
    return (isHere(tally) ? sums.right : sums.left).size > 0 ? [totals] : [];
  });
}

type Sides = { readonly own: ReadonlyMap<string, number>; readonly others: ReadonlyMap<string, number> };

function totalsOf({ own, others }: Sides, other: string, must: Fit, key: string): RunningTotals {
  const pair = (one: number, two: number): Sums => ({ own: one, other: two, fits: doesFit(must, one, two) });
  const at = (of: string) => pair(own.get(of) ?? 0, others.get(of) ?? 0);
  const wrong = [...own.keys()].filter((of) => others.has(of) && !at(of).fits);
  const all = pair(total(own), total(others));
  return { other, must, key, all: { ...all, fits: all.fits && wrong.length === 0 }, at, wrong };
}

function doesFit(must: Fit, own: number, other: number): boolean {
  if (must === "same") return own === other;
  return must === "at-most" ? own <= other : own >= other;
}

function total(sums: ReadonlyMap<string, number>): number {
  return [...sums.values()].reduce((sum, one) => sum + one, 0);
}
