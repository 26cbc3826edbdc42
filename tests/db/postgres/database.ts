import { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { afterAll } from "vitest";
import { openPostgresStore } from "#db/postgres/store";
import type { Store } from "#db/store";

/** A PostgreSQL in this process for one test file; starting one takes seconds. */
const server = new PGlite();
export const database = drizzle(server);
afterAll(() => server.close());

let schemas = 0;

/** The name of a schema that is not there yet. */
export function aSchema(): string {
  schemas += 1;
  return `store_${schemas}`;
}

/** An empty store, in a schema of its own that goes when it is closed. */
export function openStore(): Promise<Store> {
  const schema = aSchema();
  const close = async () => {
    await server.exec(`DROP SCHEMA ${schema} CASCADE`);
  };
  return openPostgresStore(database, { schema, close });
}
