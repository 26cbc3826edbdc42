import type { Rating, Step } from "#scoring/rating";
import type { Band } from "#terms/bands";
import { roundPoints } from "#terms/points";

/** One line of the sum that differs. Points are 0 where the line was not there. */
export type StepChange = {
  readonly kind: Step["kind"];
  readonly code: string;
  readonly rule: string;
  readonly before: number;
  readonly after: number;
  readonly change: number;
  readonly questions: readonly string[];
};

export type Comparison = {
  /** Points that the score went up; negative where it fell. The changes of the steps add up to it exactly. */
  readonly score: number;
  readonly confidence: number;
  readonly band: { readonly before: Band; readonly after: Band } | null;
  /** Largest change first, whichever way. */
  readonly steps: readonly StepChange[];
  readonly knockOuts: { readonly added: readonly string[]; readonly gone: readonly string[] };
  readonly statuses: readonly { readonly id: string; readonly before: string; readonly after: string }[];
  readonly dprkLabour: { readonly before: string; readonly after: string } | null;
  /** What the two ratings were made from where that differs: then not only the answers have changed. */
  readonly versions: readonly {
    readonly of: "questionnaire" | "ruleSet" | "edition";
    readonly before: string;
    readonly after: string;
  }[];
};

/** What changed between two ratings of a supplier, and why. */
export function compareRatings(before: Rating, after: Rating): Comparison {
  const reasons = (rating: Rating) => (rating.floor?.reasons ?? []).map(({ question, rule }) => `${question}/${rule}`);
  const [old, current] = [reasons(before), reasons(after)];
  return {
    score: difference(before.score, after.score),
    confidence: difference(before.confidence, after.confidence),
    band: before.band === after.band ? null : { before: before.band, after: after.band },
    steps: stepChanges(before.steps, after.steps),
    knockOuts: {
      added: current.filter((one) => !old.includes(one)),
      gone: old.filter((one) => !current.includes(one)),
    },
    statuses: [...new Set([...Object.keys(before.statuses), ...Object.keys(after.statuses)])].flatMap((id) => {
      const [was, is] = [before.statuses[id] ?? "not-in-scope", after.statuses[id] ?? "not-in-scope"];
      return was === is ? [] : [{ id, before: was, after: is }];
    }),
    dprkLabour: before.dprkLabour === after.dprkLabour ? null : { before: before.dprkLabour, after: after.dprkLabour },
    versions: (["questionnaire", "ruleSet", "edition"] as const).flatMap((of) =>
      before[of].hash === after[of].hash && before[of].id === after[of].id
        ? []
        : [{ of, before: before[of].id, after: after[of].id }],
    ),
  };
}

function difference(before: number, after: number): number {
  return roundPoints(after - before);
}

function stepChanges(before: readonly Step[], after: readonly Step[]): StepChange[] {
  // How a part of the inherent risk came about, or whether controls were limited, may change without being another line.
  const nameOf = ({ kind, code, rule }: Step) => (kind === "adverse" ? `${kind} ${code} ${rule}` : `${kind} ${code}`);
  const was = new Map(before.map((step) => [nameOf(step), step]));
  const is = new Map(after.map((step) => [nameOf(step), step]));
  const changes: StepChange[] = [];
  for (const name of new Set([...was.keys(), ...is.keys()])) {
    const [old, now] = [was.get(name), is.get(name)];
    const step = now ?? old;
    const change = difference(old?.points ?? 0, now?.points ?? 0);
    if (step === undefined || change === 0) continue;
    const { kind, code, rule, questions } = step;
    changes.push({ kind, code, rule, before: old?.points ?? 0, after: now?.points ?? 0, change, questions });
  }
  return changes.sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
}
