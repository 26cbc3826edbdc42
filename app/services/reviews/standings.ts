import type { Decision } from "#db/records";

/**
 * What became of one decision. `counts`: it is in force unless a newer one about the same is; `waits`: for the second person.
 * `agreed` and `ended`: the row that did it.
 */
export type Standing = {
  readonly decision: Decision;
  readonly state: "counts" | "waits" | "declined" | "taken-back";
  readonly agreed?: Decision;
  readonly ended?: Decision;
};

/** Decisions with what later rows made of them, in the order they were made. */
export function standingsOf(rows: readonly Decision[]): readonly Standing[] {
  const later = new Map<string, Decision[]>();
  for (const row of rows) {
    if (row.of !== undefined) later.set(row.of, [...(later.get(row.of) ?? []), row]);
  }
  return rows
    .filter(({ of }) => of === undefined)
    .map((decision) => standingOf(decision, later.get(decision.id) ?? []));
}

function standingOf(decision: Decision, later: readonly Decision[]): Standing {
  const ended = later.find(({ step }) => step === "declined" || step === "taken-back");
  const agreed = later.find(({ step }) => step === "agreed");
  const rows = { ...(agreed && { agreed }), ...(ended && { ended }) };
  if (ended) return { decision, state: ended.step === "declined" ? "declined" : "taken-back", ...rows };
  const counts = decision.step === "made" || agreed !== undefined;
  return { decision, state: counts ? "counts" : "waits", ...rows };
}

/** What a decision is about: of several about the same the newest is in force. */
export function subjectOf({ kind, question, subject }: Pick<Decision, "kind" | "question" | "subject">): string {
  return JSON.stringify([kind, question, subject]);
}

/** Decisions that count now, the newest about each thing. Taking it back lets the one before it count again. */
export function inForce(standings: readonly Standing[]): readonly Standing[] {
  const newest = new Map<string, Standing>();
  for (const standing of standings) {
    if (standing.state === "counts") newest.set(subjectOf(standing.decision), standing);
  }
  return [...newest.values()];
}
