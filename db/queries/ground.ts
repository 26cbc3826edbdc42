import type { Database } from "#db/sqlite/connection";
import type { Dialect } from "#db/sqlite/dialect";
import type { Housekeep, Write, WriteInSteps } from "#db/sqlite/write";
import type { Tables } from "#db/tables";

/** What every query stands on. `read` must not write; `writer` may be used inside a write's body only. */
export type Ground = {
  readonly tables: Tables;
  readonly read: Database;
  readonly writer: Database;
  readonly write: Write;
  readonly writeInSteps: WriteInSteps;
  readonly housekeep: Housekeep;
  readonly dialect: Dialect;
};
