import { makeTables } from "#db/tables";
import { makeKit } from "./kit";

/** The tables in PostgreSQL without a schema, so that what is generated from them fits any. */
export const tables = makeTables(makeKit());
