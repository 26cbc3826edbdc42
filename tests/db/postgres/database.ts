import { PGlite } from "@electric-sql/pglite";
import { getTableName } from "drizzle-orm";
import { drizzle } from "drizzle-orm/pglite";
import { tables } from "#db/postgres/schema";
import { openPostgresStore } from "#db/postgres/store";
import type { Store } from "#db/store";

/** A PostgreSQL in this process, one for all its test files, which ends with it: starting one takes seconds. */
export const server = new PGlite();
export const database = drizzle(server);

let schemas = 0;
/** Schemas in shape that no store has open. */
const free: string[] = [];

/** The name of a schema that is not there yet. */
export function aSchema(): string {
  schemas += 1;
  return `store_${schemas}`;
}

/** An empty store in a schema of its own. When it closes the schema is emptied for the next one: making one takes longer. */
export function openStore(): Promise<Store> {
  const schema = free.pop() ?? aSchema();
  const close = async () => {
    await empty(schema);
    free.push(schema);
  };
  return openPostgresStore(database, { schema, close });
}

/** As a replica the server lets go of what triggers and keys hold. */
async function empty(schema: string): Promise<void> {
  const deletes = Object.values(tables).map((table) => `DELETE FROM ${schema}.${getTableName(table)};`);
  await server.exec(
    `SET session_replication_role = replica; ${deletes.join(" ")} SET session_replication_role = origin;`,
  );
}
