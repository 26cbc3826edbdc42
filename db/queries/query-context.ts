import type { Dialect } from "#db/database/dialect";
import type { Reader } from "#db/database/transaction";
import type { Write, WriteInSteps, WriteUnaudited } from "#db/database/write";
import type { Tables } from "#db/tables";

/** What every query is made with. `read` sees what is kept and never an unfinished write. */
export type QueryContext = {
  readonly tables: Tables;
  readonly read: Reader;
  readonly write: Write;
  readonly writeInSteps: WriteInSteps;
  readonly writeUnaudited: WriteUnaudited;
  readonly dialect: Dialect;
};
