import type { ActionEntry, CorrectiveAction, Supplier } from "#db/records";
import type { StoredEvidence } from "#db/records/evidence";
import type { AuditedMany } from "#db/store/audit";
import type { ActionState } from "#terms/actions/action-states";
import type { ActionView } from "#terms/actions/action-views";
import type { EvidenceLimits } from "./attestations/evidence";
import type { NewRating } from "./attestations/ratings";
import type { NewMail } from "./campaigns/mails";

/** An action with the names of whose it is. */
export type NamedAction = CorrectiveAction & {
  readonly of: Pick<Supplier, "id" | "name" | "ref">;
  readonly ownerName?: string;
  /** Documents that prove it, those that were taken back left out. */
  readonly proofs: number;
};

/** A line of the history with the name of the person of the team who did it. */
export type NamedEntry = ActionEntry & { readonly name?: string };

/** What happened, as a caller hands it over: its place in the history the store gives. */
export type NewEntry = Omit<ActionEntry, "position" | "org" | "action" | "attestation">;

/** Which actions: those of a view, on a day. */
export type ActionFilter = {
  readonly view?: ActionView;
  readonly state?: ActionState;
  readonly supplier?: string;
  /** Ids of the team for `mine`. */
  readonly user: string;
  /** ISO day of today: from the day after it is due an action is overdue. */
  readonly today: string;
  /** Whether those about North Korean labour are seen; else they are neither found nor counted. */
  readonly showsNorthKorea: boolean;
};

/** What of an action changes; what is absent stays, `null` takes away. */
export type ActionChange = Partial<
  Pick<
    CorrectiveAction,
    "gap" | "cause" | "step" | "due" | "state" | "responsible" | "ownStep" | "progress" | "reviewed" | "closedAt"
  >
> & {
  readonly owner?: string | null;
  readonly ownDue?: string | null;
  readonly reliefUntil?: string | null;
  readonly remindOn?: string | null;
};

type Change = {
  readonly org: string;
  readonly id: string;
  /** The one that it was worked out from. */
  readonly version: number;
  readonly set: ActionChange;
  readonly entry: NewEntry;
  readonly rating?: NewRating;
  readonly mails?: readonly NewMail[];
} & AuditedMany;

/** Corrective actions. Each change is a line of the history, kept in the same transaction. */
export interface ActionStore {
  /** MissingError where the attestation is not this supplier's; the same id twice is kept once. @returns whether it was new */
  open(change: { action: CorrectiveAction; entry: NewEntry } & AuditedMany): Promise<boolean>;
  /** MissingError where it is not there, ConflictError where it, or the rating beside which another is made, is not the newest. */
  change(change: Change): Promise<void>;
  /**
   * Keeps a document as proof of an action; the bytes are kept elsewhere. What is attached to it already is not attached again.
   * EvidenceFullError past `limits`, and as `change`.
   */
  prove(
    change: Change & { readonly evidence: Omit<StoredEvidence, "status">; readonly limits: EvidenceLimits },
  ): Promise<{ readonly evidence: StoredEvidence; readonly first: boolean }>;
  get(org: string, id: string): Promise<NamedAction | undefined>;
  /** By the day they are due, then by id. */
  list(
    org: string,
    filter: ActionFilter,
    page: { readonly skip: number; readonly most: number },
  ): Promise<readonly NamedAction[]>;
  /** By id, those after one of them. */
  after(
    org: string,
    filter: ActionFilter,
    part: { readonly after?: string; readonly most: number },
  ): Promise<readonly NamedAction[]>;
  /** How many there are in each view and in each state of the view that was asked for. */
  counts(
    org: string,
    filter: ActionFilter,
  ): Promise<{
    readonly views: Readonly<Record<ActionView, number>>;
    readonly states: Readonly<Partial<Record<ActionState, number>>>;
    readonly all: number;
  }>;
  /** Those of one attestation, by the day they are due. */
  ofAttestation(org: string, attestation: string): Promise<readonly NamedAction[]>;
  /** The history of one, oldest first. */
  entries(org: string, action: string): Promise<readonly NamedEntry[]>;
  /** Those of a supplier whose plan is accepted: what ratings give relief for. */
  planned(org: string, supplier: string): Promise<readonly CorrectiveAction[]>;
  /** Whose relief ended before a day, at most so many. */
  lapsed(org: string, ask: { readonly today: string; readonly most: number }): Promise<readonly CorrectiveAction[]>;
  /** Those that a supplier is to be reminded of by a day, where its contact still gets mails; at most so many. */
  toRemind(org: string, ask: { readonly today: string; readonly most: number }): Promise<readonly CorrectiveAction[]>;
}
