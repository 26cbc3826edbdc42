import { sql } from "drizzle-orm";
import type { Reader } from "#db/database/transaction";
import { eventInsert } from "#db/queries/audit-events";
import { storeOf } from "#db/queries/store";
import type { Store } from "#db/store";
import { makeTables } from "#db/tables";
import { dialect } from "./dialect";
import { makeKit } from "./kit";
import { migrate, type Postgres } from "./migrate";
import { postgresUpkeep, requireTriggers } from "./upkeep";
import { Writes } from "./writes/writes";

export type PostgresOptions = {
  /** The schema that holds all tables; made when it is not there. */
  readonly schema?: string;
  /** Gives back what `database` holds, once every write is over. */
  readonly close?: () => Promise<void>;
};

/** A store in PostgreSQL, over a database of any of drizzle's drivers for it. Throws UnusableDatabaseError. */
export async function openPostgresStore(database: Postgres, options: PostgresOptions = {}): Promise<Store> {
  const { schema = "avow", close } = options;
  await migrate(database, schema);
  await requireTriggers(database, schema);
  const tables = makeTables(makeKit(schema));
  const writes = new Writes(database, eventInsert(tables));
  const { write, writeInSteps, writeUnaudited } = writes;
  // Queries are typed as those of SQLite, see Reader; this is what they run on.
  const read = database as unknown as Reader;
  return storeOf(
    { tables, dialect, read, write, writeInSteps, writeUnaudited },
    {
      ...postgresUpkeep(database, schema),
      async size() {
        const [row] =
          (await read
            .select({ bytes: sql`pg_database_size(current_database())`.mapWith(Number) })
            .from(sql`(select 1) as one`)) ?? [];
        return { bytes: row?.bytes ?? 0 };
      },
      async ping() {
        // Changes no row, and is refused by a server that takes no writes.
        await database.execute(sql`update ${tables.organisations} set name = name where false`);
      },
      async close() {
        await writes.close();
        await close?.();
      },
    },
  );
}
