import type { JobState, Removal, StoredRating } from "#db/records";

/**
 * What an installation knows of itself: `secret-check`, a value by which its secret is known again and which opens nothing;
 * `last-backup`, when the last backup was whole (ISO 8601, UTC).
 */
export type FactName = "secret-check" | "last-backup";

/** A place in the record, for reading it from end to end: what comes after it. */
export type RecordPlace = { readonly org: string; readonly id: string };

/** The next few, after a place. */
export type RecordStep = { readonly after?: RecordPlace; readonly most: number };

/** A document as it is on record, whether it was taken back or not. */
export type RecordedDocument = RecordPlace & {
  readonly attestation: string;
  /** In hex. */
  readonly sha256: string;
  readonly bytes: number;
  readonly removedAt?: Date;
};

/**
 * Looking after the record itself: for starts, backups and checks, never for a page. It reads across organisations and
 * writes no audit event, because nothing of an organisation changes.
 */
export interface UpkeepStore {
  fact(name: FactName): Promise<string | undefined>;
  keepFact(name: FactName, value: string): Promise<void>;
  /** The links that were made last, at most so many, to see whether a secret makes the same. */
  newestLinks(most: number): Promise<readonly { invitation: string; generation: number; tokenHash: string }[]>;
  /**
   * What is wrong with the database as such, a sentence each: damaged pages, missing or changed triggers, a removal that
   * was left open, and when `whole` also indexes that differ from their tables and rows that point at nothing.
   */
  faults(how: "quick" | "whole"): Promise<readonly string[]>;
  /** Bytes that the database takes. */
  bytes(): Promise<number>;
  /** Bytes of all documents on record that were not taken back; those with the same content count once. */
  documentBytes(): Promise<number>;
  /** The jobs that wait or run, by kind: how many, and since when the oldest of them could have been taken up. */
  openJobs(): Promise<readonly { kind: string; state: JobState; jobs: number; oldestDueAt?: Date }[]>;
  /** By organisation and id, all three. */
  attestations(step: RecordStep): Promise<readonly RecordPlace[]>;
  ratings(step: RecordStep): Promise<readonly (RecordPlace & Omit<StoredRating, "isVoid">)[]>;
  documents(step: RecordStep): Promise<readonly RecordedDocument[]>;
  removals(step: RecordStep): Promise<readonly Removal[]>;
  /** Which of these files, by SHA-256 in hex, stand in the record at all, taken back or not. */
  recorded(files: readonly string[]): Promise<ReadonlySet<string>>;
}
