import { makeTables } from "#db/tables";
import { kit } from "./kit";

/** The tables in SQLite. */
export const tables = makeTables(kit);
