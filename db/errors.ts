/** Somebody else was faster: the revision that a write was based on is not the newest any more. */
export class ConflictError extends Error {
  constructor(
    readonly expected: number,
    readonly found: number,
  ) {
    super(`based on revision ${expected}, found ${found}`);
    this.name = "ConflictError";
  }
}

/** Why an attestation takes no more answers. */
export type LockReason = "submitted" | "closed" | "withdrawn" | "declined";

/** The attestation takes no more answers. */
export class LockedError extends Error {
  constructor(readonly reason: LockReason) {
    super(`the attestation takes no more answers: ${reason}`);
    this.name = "LockedError";
  }
}

/** What stops an attestation from taking one more document. */
export type FullReason = "question" | "attestation" | "given";

/** An attestation has as many documents as it may. */
export class EvidenceFullError extends Error {
  constructor(readonly reason: FullReason) {
    super(`no more documents: ${reason}`);
    this.name = "EvidenceFullError";
  }
}

/** A write named something that this organisation does not have, or that is not in the state to be changed. */
export class MissingError extends Error {
  constructor(
    readonly what: string,
    readonly id: string,
  ) {
    super(`no such ${what}: ${JSON.stringify(id.slice(0, 80))}`);
    this.name = "MissingError";
  }
}

/** Something that must be unique is there already. `what` names the columns, such as `users.email`. */
export class TakenError extends Error {
  constructor(
    readonly what: string,
    cause: unknown,
  ) {
    super(`taken: ${what}`, { cause });
    this.name = "TakenError";
  }
}

/** A job was taken over by somebody else, or has ended: nothing that is done for it under this lease is kept any more. */
export class LeaseLostError extends Error {
  constructor(readonly job: number) {
    super(`the lease of job ${job} is lost`);
    this.name = "LeaseLostError";
  }
}

/** The disk or the size limit of the database is reached: nothing of the write was kept. */
export class StorageFullError extends Error {
  constructor(cause: unknown) {
    super("the database cannot grow", { cause });
    this.name = "StorageFullError";
  }
}

/** A defect: the body of a write waited for something other than the database. Nothing of it was kept. */
export class WaitingWriteError extends Error {
  constructor() {
    super("a write waited for something other than the database, so nothing of it was kept");
    this.name = "WaitingWriteError";
  }
}

/** The record cannot be used as it lies there; the message says why and what to do, for whoever runs the program. */
export class UnusableDatabaseError extends Error {
  override readonly name: string = "UnusableDatabaseError";
}

/** The database is of another version of this program. */
export class MigrationError extends UnusableDatabaseError {
  override readonly name = "MigrationError";
}
