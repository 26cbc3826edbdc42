import type { Actor } from "#db/audit";
import type { EvidenceStatus } from "#questionnaires/answers";
import type { EvidenceKind } from "#terms/documents/evidence-kinds";

/** What a supplier says of a document. Everything may be left out. */
export type EvidenceAbout = {
  readonly kind?: EvidenceKind;
  /** First and last month that it tells of (`2026-01`). */
  readonly from?: string;
  readonly until?: string;
  /** Days on which it was issued and after which it holds no more (`2026-01-31`). */
  readonly issued?: string;
  readonly expires?: string;
  /** The row of a site; absent for all sites, or where nothing was said. */
  readonly site?: string;
  /** Who issued it, as typed. */
  readonly issuer?: string;
  /** BCP 47 tag of a language of the product, or `other`. */
  readonly language?: string;
  /** Whether names, numbers of papers or faces can still be read in it. */
  readonly people?: "yes" | "no";
};

/** A document that a supplier attached to a question. Its bytes are kept apart, by their SHA-256. */
export type StoredEvidence = {
  readonly id: string;
  readonly question: string;
  /** As the supplier called it, cleaned; for showing only, never a path. */
  readonly name: string;
  /** Media type told from its bytes, not from its name. */
  readonly type: string;
  readonly bytes: number;
  /** In hex. */
  readonly sha256: string;
  readonly status: EvidenceStatus;
  readonly receivedAt: Date;
  /** When a scanner found no virus in it; absent where none looked. */
  readonly scannedAt?: Date;
  /** What dangerous thing was found in it, by its code: it is kept apart, and is no proof, until somebody of the buyer released it. */
  readonly heldFor?: string;
  readonly releasedAt?: Date;
  readonly about?: EvidenceAbout;
  /** The id of the first document with the same bytes in the attestation, where this is a further one: both are one file. */
  readonly file?: string;
  /** When it came first, where its supplier took it over from what they had signed before. */
  readonly firstReceivedAt?: Date;
};

/** A document with whose it is; `removedAt` when its supplier took it back. */
export type EvidenceRecord = StoredEvidence & {
  readonly attestation: string;
  readonly supplier: string;
  readonly removedAt?: Date;
  readonly removedBy?: Actor;
  readonly releasedBy?: Actor;
};
