import type { AuditEvent } from "#db/audit";
import type { JobLease, Rerating } from "#db/records";
import type { NewRating } from "#db/store/attestations/ratings";
import type { Audited } from "#db/store/audit";
import type { NewJob } from "#db/store/jobs";
import type { Band } from "#terms/bands";

/** Which suppliers one is about: rated ones whose questionnaire its rule set rates, if it has one. It has that or an edition. */
export type ReratingScope = Pick<Rerating, "ruleSet" | "edition" | "takesBack" | "country" | "campaign"> & {
  /** Keys of questionnaires, `forced-labour@2`. */
  readonly questionnaires: readonly string[];
};

/** A new rating with its event and the bands that its supplier goes between. */
export type Rerated = {
  readonly rating: NewRating;
  readonly audit: AuditEvent;
  readonly from: Band;
  readonly to: Band;
};

export type RatedMover = {
  readonly supplier: { readonly id: string; readonly ref: string; readonly name: string };
  readonly before: MadeStanding;
  readonly after: MadeStanding;
};

/** What a rating says, and the ids of what it was made by. */
export type MadeStanding = {
  readonly score: number;
  readonly band: Band;
  readonly ruleSet: string;
  readonly edition: string;
};

/** Suppliers rated again by other rules. Ratings are added, none goes. */
export interface ReratingStore {
  /** Newest first, with who ordered it. */
  list(org: string): Promise<readonly (Rerating & { readonly name: string })[]>;
  get(org: string, id: string): Promise<(Rerating & { readonly name: string }) | undefined>;
  /** How many suppliers are to be rated. */
  count(org: string, scope: ReratingScope): Promise<number>;
  /** Their ids in order, at most so many after one; all are after "". */
  due(
    org: string,
    scope: ReratingScope,
    page: { readonly after: string; readonly most: number },
  ): Promise<readonly string[]>;
  /** Keeps it with its job, or without where it waits for a second person. @returns "busy" where another one goes on or waits, and then nothing is kept */
  order(change: { readonly rerating: Rerating; readonly job?: NewJob } & Audited): Promise<"ordered" | "busy">;
  /** A second person agrees, and so gives it its job, or declines and ends it. MissingError for what does not wait, and for whoever ordered it. */
  settle(
    change: { readonly org: string; readonly id: string; readonly by: string; readonly at: Date } & (
      | { readonly as: "agreed"; readonly job: NewJob }
      | { readonly as: "declined" }
    ) &
      Audited,
  ): Promise<void>;
  /**
   * Adds ratings under the lease of the job and counts them. One that is not worked out beside the newest of its supplier, or of what is void or removed, is
   * left out. @returns how many were kept
   */
  keep(change: {
    readonly org: string;
    readonly id: string;
    readonly lease: JobLease;
    readonly rated: readonly Rerated[];
  }): Promise<number>;
  /** Says that it is through, and ends its job. */
  end(
    change: {
      readonly org: string;
      readonly id: string;
      readonly lease: JobLease;
      readonly at: Date;
      readonly left: number;
    } & Audited,
  ): Promise<void>;
  /** The suppliers that changed band by it, those that moved most bands first, at most so many. */
  movers(org: string, id: string, most: number): Promise<readonly RatedMover[]>;
  /** Ids of all of them in the same order. */
  moverIds(org: string, id: string): Promise<readonly string[]>;
  /** Some of them, in the order of these ids. */
  moversOf(org: string, id: string, suppliers: readonly string[]): Promise<readonly RatedMover[]>;
}
