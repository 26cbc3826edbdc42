import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { SupplierSort } from "#db/supplier-table";

/** SQL that another database says otherwise. Everything else is written once, in `db/queries`. */
export const dialect = {
  /** Whether a text holds another. Not LIKE: nothing in the text asked for is a wildcard. Both must be folded. */
  contains: (text: SQLWrapper, wanted: string): SQL => sql`instr(${text}, ${wanted}) > 0`,

  /** The suppliers in the order of a sort. Naming the index keeps the planner from guessing wrong on a new database. */
  suppliersBy: (sort: SupplierSort): SQL => sql.raw(`suppliers INDEXED BY suppliers_by_${indexes[sort]}`),
};

export type Dialect = typeof dialect;

const indexes: Readonly<Record<SupplierSort, string>> = {
  rating: "rating",
  name: "name",
  confidence: "confidence",
  country: "country",
  dprk: "dprk",
  signed: "signed",
  change: "change",
  ref: "number",
};
