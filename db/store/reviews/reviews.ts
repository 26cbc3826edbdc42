import type { AuditEvent } from "#db/audit";
import type { Decision, Review, ReviewLeft, ReviewRow, ReviewRules } from "#db/records";
import type { NewRating } from "#db/store/attestations/ratings";
import type { Audited } from "#db/store/audit";

/** Which reviews: `open` are those that wait, `settled` those that are over. */
export type ReviewFilter = {
  readonly state: "open" | "settled";
  readonly assignedTo?: string;
  /** Only those that wait for a second person. */
  readonly waiting?: boolean;
  /** Only those with something of this kind left. */
  readonly kind?: "floors" | "findings" | "files";
  readonly sort: "due" | "risk";
};

/** A row as it is added; its place follows from `basedOn`. */
export type NewDecision = Omit<Decision, "position">;

/** Reviews of what was signed, and what was decided in them. A review is opened by the write that signs. */
export interface ReviewStore {
  get(org: string, attestation: string): Promise<Review | undefined>;
  /** Some of them in the order of the filter; by due date the next first, by risk the worst first and then by due date. */
  list(
    org: string,
    filter: ReviewFilter & { readonly at: number; readonly most: number },
  ): Promise<readonly ReviewRow[]>;
  /** By the id of what is reviewed, those after one of them. */
  after(
    org: string,
    filter: Omit<ReviewFilter, "sort">,
    part: { readonly after?: string; readonly most: number },
  ): Promise<readonly ReviewRow[]>;
  /** How many there are of each list, `overdue` of all open ones. */
  counts(
    org: string,
    of: { readonly user: string; readonly now: Date },
  ): Promise<{ mine: number; open: number; waiting: number; settled: number; overdue: number }>;
  count(org: string, filter: ReviewFilter): Promise<number>;
  /** The ones before and after one of them in the order of the filter, and its place in it from 1. */
  around(
    org: string,
    filter: ReviewFilter,
    review: Review,
  ): Promise<{ readonly place: number; readonly previous?: string; readonly next?: string }>;
  /** What was decided, by attestation and in order. */
  decisions(org: string, attestations: readonly string[]): Promise<readonly Decision[]>;
  /**
   * Adds a row, and with it the rating that it leads to. ConflictError where `basedOn` is not the last place, or the rating was
   * worked out beside one that is not the newest; MissingError where there is no such review, or it is over for good.
   */
  decide(change: {
    readonly org: string;
    readonly decision: NewDecision;
    /** The last place that was read; 0 where nothing was decided yet. */
    readonly basedOn: number;
    readonly left: ReviewLeft;
    readonly rating?: NewRating;
    readonly audit: readonly AuditEvent[];
  }): Promise<void>;
  /** Gives it to somebody or takes it from them. MissingError for a person or a review that is not there. */
  assign(change: { org: string; attestation: string; to?: string } & Audited): Promise<void>;
  setDue(change: { org: string; attestation: string; dueAt: Date } & Audited): Promise<void>;
  /** Ends it, or opens it again. MissingError where it is not in the other state. */
  settle(change: { org: string; attestation: string; at: Date; state: "open" | "settled" } & Audited): Promise<void>;
  /** Undefined where nothing was chosen. */
  rules(org: string): Promise<ReviewRules | undefined>;
  changeRules(change: { org: string; rules: ReviewRules } & Audited): Promise<void>;
}
