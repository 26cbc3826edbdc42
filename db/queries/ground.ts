import type { Database } from "../sqlite/connection";
import type { Dialect } from "../sqlite/dialect";
import type { Housekeep, Write } from "../sqlite/write";
import type { Tables } from "../tables";

/** What every query stands on. `read` must not write; `writer` may be used inside a write's body only. */
export type Ground = {
  readonly tables: Tables;
  readonly read: Database;
  readonly writer: Database;
  readonly write: Write;
  readonly housekeep: Housekeep;
  readonly dialect: Dialect;
};
