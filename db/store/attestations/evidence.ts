import type { Actor } from "#db/audit";
import type { FullReason } from "#db/errors";
import type { EvidenceAbout, EvidenceRecord, StoredEvidence } from "#db/records";
import type { Audited, AuditedMany } from "#db/store/audit";

/** The most documents of a question, bytes of an attestation, and bytes it was ever given, removed ones included; the same bytes count once. */
export type EvidenceLimits = { readonly files: number; readonly bytes: number; readonly everBytes: number };

/** Documents that suppliers attach to their answers; the bytes are kept elsewhere. */
export interface EvidenceStore {
  /**
   * Attaches a document. A file that the question has already is not attached again: the one that is there is returned
   * and nothing happens. EvidenceFullError past `limits`; LockedError as for answers.
   */
  add(
    change: {
      org: string;
      attestation: string;
      evidence: Omit<StoredEvidence, "status">;
      limits: EvidenceLimits;
    } & Audited,
  ): Promise<{ readonly evidence: StoredEvidence; readonly first: boolean }>;
  /**
   * Keeps what a document is, at every question that it is attached to, attaches it to the questions of `add` and takes it
   * from those of `remove`, all or nothing. MissingError when it is not attached (any more); EvidenceFullError for a question
   * with as many as it may have; LockedError as for answers.
   */
  describe(
    change: {
      org: string;
      attestation: string;
      id: string;
      about: EvidenceAbout;
      /** With an id of its own each. */
      add: readonly { readonly id: string; readonly question: string }[];
      remove: readonly string[];
      limits: Pick<EvidenceLimits, "files">;
      at: Date;
      by: Actor;
    } & AuditedMany,
  ): Promise<void>;
  /** Takes a document back. MissingError when it is not attached (any more); LockedError as for answers. */
  remove(change: { org: string; attestation: string; id: string; at: Date; by: Actor } & Audited): Promise<void>;
  /**
   * Makes a document that is kept apart one like all others, signed or not. MissingError when it is not kept apart, or was removed.
   * @returns whether it did: not where it was released already
   */
  release(change: { org: string; attestation: string; id: string; at: Date; by: Actor } & Audited): Promise<boolean>;
  /** Every document of an attestation, oldest first, with those that were removed. */
  list(org: string, attestation: string): Promise<readonly EvidenceRecord[]>;
  get(org: string, id: string): Promise<EvidenceRecord | undefined>;
  /** Which of these files, by SHA-256 in hex, are attached anywhere; for all organisations, because files are shared. */
  used(files: readonly string[]): Promise<ReadonlySet<string>>;
  /**
   * What stops an attestation from taking one more document of so many bytes; undefined where nothing does. Writes nothing.
   * What an organisation has in all is looked at here alone, before the bytes are kept: a write that counted it would hold up
   * everybody's, so documents that come in the same moment may pass `organisationBytes` by their own size.
   */
  room(ask: {
    org: string;
    attestation: string;
    question: string;
    bytes: number;
    /** Absent while nobody knows it. What is attached already, wherever, takes no room. */
    sha256?: string;
    limits: EvidenceLimits & { readonly organisationBytes?: number };
  }): Promise<FullReason | undefined>;
  /** Bytes of all documents that are attached in an organisation; one that two attestations have counts twice. */
  bytesOf(org: string): Promise<number>;
  /**
   * Bytes of all files that are attached anywhere, each file once, and of those that came since `since` and were removed
   * again; for all organisations, because files are shared.
   */
  bytes(since: Date): Promise<{ readonly attached: number; readonly ofLastDay: number }>;
}
