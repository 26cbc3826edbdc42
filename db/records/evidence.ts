import type { Actor } from "#db/audit";
import type { EvidenceStatus } from "#questionnaires/answers";

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
};

/** A document with whose it is; `removedAt` when its supplier took it back. */
export type EvidenceRecord = StoredEvidence & {
  readonly attestation: string;
  readonly supplier: string;
  readonly removedAt?: Date;
  readonly removedBy?: Actor;
  readonly releasedBy?: Actor;
};
