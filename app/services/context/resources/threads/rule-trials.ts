import type { SupplierFilter } from "#db/supplier-table";
import type { CountryEdition } from "#scoring/editions/schemas";
import type { Changes } from "#scoring/trial/changed-rules";
import type { TrialCounts, Tried } from "#scoring/trial/tally";

/** What is tried on all rated suppliers of an organisation. */
export type TrialOrder = {
  readonly org: string;
  /** Rules for all whose questionnaire they rate; absent where each supplier keeps those that it was rated with. */
  readonly rules?: { readonly base: string; readonly changes: Changes };
  /** Countries for all, by their id, or such as are no edition yet; absent where each supplier keeps its own. */
  readonly edition?: string | CountryEdition;
  /** The suppliers that it is tried on; absent for all. Order and pages of it mean nothing. */
  readonly part?: SupplierFilter;
};

/** Rated suppliers by their ids: those after one, up to and with another. */
export type TrialPart = { readonly after?: string; readonly until?: string };

/** What a thread is told, and what it says: all its counts so far, and who moved since it spoke last. */
export type TrialTask = { readonly order: TrialOrder; readonly part: TrialPart };
export type TrialMessage =
  | { readonly counts: TrialCounts; readonly movers: readonly Tried[]; readonly isDone: boolean }
  | { readonly failed: string };

/** How far a trial is. */
export type TrialState = {
  /** Rated suppliers of the organisation, or of the part. */
  readonly all: number;
  readonly counts: TrialCounts;
  /** Everybody who changes band so far, in no order. */
  readonly movers: readonly Tried[];
  /** `waiting`: somebody else's is at work, and this one begins when it is looked at after that. */
  readonly stage: "waiting" | "at-work" | "done";
  /** Milliseconds that it took, or takes so far. */
  readonly ms: number;
};

/**
 * Rates suppliers by other rules, apart from everything else. One trial of an organisation at a time, and few at once; whoever
 * asks for another one ends their own, and one that nobody looks at any more ends by itself. Nothing of it is kept on record.
 */
export type RuleTrials = {
  /** Gets ready, so that the next one begins at once. */
  prepare(): void;
  /** Begins a trial, or goes on with the same one; waits for its end, at most so long. */
  look(order: TrialOrder, person: string, patienceMs: number): Promise<TrialState>;
};
