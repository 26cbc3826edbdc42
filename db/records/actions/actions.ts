import type { ActionProgress, ActionSource, ActionState, ActionStep } from "#terms/actions/action-states";

/** A corrective action: a gap of a supplier, and what closes it. Days are ISO dates. */
export type CorrectiveAction = {
  readonly org: string;
  readonly id: string;
  readonly supplier: string;
  /** What was signed that shows the gap; its link is the one by which the supplier answers. */
  readonly attestation: string;
  readonly source: ActionSource;
  /** Code of the question that the gap is in; absent for a line of a plan that fits none. */
  readonly question?: string;
  /** Id of the rule or of the finding; of a line of the plan the id of its row. */
  readonly rule?: string;
  /** Whether it is about North Korean labour: then only those with that right see it. */
  readonly northKorea: boolean;
  readonly gap: string;
  readonly cause: string;
  readonly step: string;
  /** Id of the person of the team who follows it. */
  readonly owner?: string;
  readonly due: string;
  readonly state: ActionState;
  /** What the supplier says: who does it, what it does, by when, and how far it is. */
  readonly responsible: string;
  readonly ownStep: string;
  readonly ownDue?: string;
  readonly progress: ActionProgress;
  /** The day on which somebody of the buyer last looked at how far it is. */
  readonly reviewed?: string;
  /** The last day on which ratings give relief for it; absent where none does. */
  readonly reliefUntil?: string;
  /** When its supplier is reminded next; absent where it is not any more. */
  readonly remindOn?: string;
  /** Counts what happened to it: the number of the last line of its history. */
  readonly version: number;
  readonly createdAt: Date;
  readonly closedAt?: Date;
};

/** One line of what happened to an action. Lines are only ever added. */
export type ActionEntry = {
  readonly org: string;
  readonly action: string;
  readonly attestation: string;
  /** From 1. */
  readonly position: number;
  readonly at: Date;
  readonly step: ActionStep;
  readonly side: "buyer" | "supplier" | "system";
  /** The person of the team. */
  readonly user?: string;
  /** In the words of whoever did it, in any language; empty where nothing was said. */
  readonly text: string;
  /** BCP 47 tag of what its writer reads. */
  readonly language: string;
  /** What was changed: from what, to what. */
  readonly changes?: Readonly<Record<string, { readonly from: string; readonly to: string }>>;
  /** The rating that was made for it. */
  readonly rating?: string;
};
