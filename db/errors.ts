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

/** The disk or the size limit of the database is reached: nothing of the write was kept. */
export class StorageFullError extends Error {
  constructor(cause: unknown) {
    super("the database cannot grow", { cause });
    this.name = "StorageFullError";
  }
}
