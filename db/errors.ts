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

/** Why an attestation takes no more answers; "taken-back": of a colleague who is not asked any more. */
export type LockReason = "submitted" | "removed" | "closed" | "withdrawn" | "declined" | "taken-back";

/** The attestation takes no more answers. */
export class LockedError extends Error {
  constructor(readonly reason: LockReason) {
    super(`the attestation takes no more answers: ${reason}`);
    this.name = "LockedError";
  }
}

/** What stops an attestation from taking one more document; "organisation": all attestations together have too much. */
export type FullReason = "question" | "attestation" | "given" | "organisation";

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

/** Nobody would be left who can let people in. */
export class LastAdministratorError extends Error {
  constructor() {
    super("the last administrator");
    this.name = "LastAdministratorError";
  }
}

/** Nobody would be left who sees what suppliers say of North Korean labour, and whoever asked did not say that this is meant. */
export class LastNorthKoreaReaderError extends Error {
  constructor() {
    super("the last who sees answers on North Korean labour");
    this.name = "LastNorthKoreaReaderError";
  }
}

/** A job was taken over by somebody else, or has ended: nothing that is done for it under this lease is kept any more. */
export class LeaseLostError extends Error {
  constructor(readonly job: number) {
    super(`the lease of job ${job} is lost`);
    this.name = "LeaseLostError";
  }
}

/**
 * Why the record could not be read or written: `full`: the disk or the size limit is reached; `busy`: another program holds
 * it; `read-only`: nothing may be written, or its file was moved away; `broken`: the disk or the file is damaged;
 * `unreachable`: the server or the connection to it is gone.
 */
export type StorageReason = "full" | "busy" | "read-only" | "broken" | "unreachable";

/** What the record is kept in failed, for no fault of whoever asked. Nothing of a write was kept. */
export class StorageError extends Error {
  constructor(
    readonly reason: StorageReason,
    cause: unknown,
  ) {
    super(`the record cannot be used: ${reason}`, { cause });
    this.name = "StorageError";
  }
}

/** How codes of SQLite, of PostgreSQL (SQLSTATE) and of a lost connection begin, the first that fits. */
const storageCodes: readonly (readonly [RegExp, StorageReason])[] = [
  [/^SQLITE_(?:FULL|IOERR_WRITE)|^53100$/, "full"],
  [/^SQLITE_(?:BUSY|LOCKED|PROTOCOL)|^55P03$|^57014$/, "busy"],
  [/^SQLITE_(?:READONLY|PERM|AUTH)|^25006$/, "read-only"],
  [/^SQLITE_(?:IOERR|CORRUPT|NOTADB|CANTOPEN|NOMEM|NOLFS|SCHEMA)|^58\w{3}$|^XX\w{3}$/, "broken"],
  [
    /^08\w{3}$|^53\w{3}$|^57P\w{2}$|^E(?:CONN\w+|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH|NOTFOUND|AI_AGAIN)$/,
    "unreachable",
  ],
];

/** An error as one of the storage, where it is one, also behind what a library put round it; else undefined. */
export function storageErrorOf(thrown: unknown): StorageError | undefined {
  for (let error = thrown; error instanceof Error; error = error.cause) {
    if (error instanceof StorageError) return error;
    const code = "code" in error && typeof error.code === "string" ? error.code : "";
    const [, reason] = storageCodes.find(([pattern]) => pattern.test(code)) ?? [];
    if (reason !== undefined) return new StorageError(reason, error);
  }
  return undefined;
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
