import { type SQL, sql } from "drizzle-orm";
import { UnusableDatabaseError } from "#db/errors";
import type { DatabaseUpkeep } from "#db/queries/upkeep";
import { migrations, type Postgres } from "./migrate";

/** Triggers by the migrations that make them and take them away again. */
function wantedTriggers(): readonly string[] {
  const names = new Set<string>();
  for (const { sql: text } of migrations) {
    for (const [, verb, name = ""] of text.matchAll(/\b(CREATE|DROP) TRIGGER (?:IF EXISTS )?"?(\w+)"?/g)) {
      if (verb === "CREATE") names.add(name);
      else names.delete(name);
    }
  }
  return [...names];
}

async function valuesOf<T>(database: Postgres, query: SQL): Promise<readonly T[]> {
  // Every driver of PostgreSQL answers with `rows`; drizzle has no type for what they share.
  const { rows } = (await database.execute(query)) as unknown as { rows: readonly { value: T }[] };
  return rows.map(({ value }) => value);
}

/** What is wrong with what keeps the record as it was written: triggers, and removals that were left open. Damaged pages the server itself finds. */
async function triggerFaults(database: Postgres, schema: string): Promise<readonly string[]> {
  // `D`: somebody has switched it off. `R`: it acts on replicas only.
  const found = await valuesOf<string>(
    database,
    sql`select tgname as value from pg_trigger join pg_class on pg_class.oid = tgrelid
      join pg_namespace on pg_namespace.oid = relnamespace
      where nspname = ${schema} and not tgisinternal and tgenabled in ('O', 'A')`,
  );
  const missing = wantedTriggers().filter((name) => !found.includes(name));
  // While a removal is open what it is about can be deleted, so nobody but the write that adds it ever sees one.
  const removals = sql`${sql.identifier(schema)}.${sql.identifier("removals")}`;
  const open = await valuesOf<string>(database, sql`select id as value from ${removals} where is_open limit 20`);
  const left = open.map((id) => `The removal ${id} was left open: what it is about could be deleted.`);
  return [...missing.map((name) => `The trigger ${name} is missing or switched off in the database.`), ...left];
}

/** @throws UnusableDatabaseError where what keeps the record as it was written is not there */
export async function requireTriggers(database: Postgres, schema: string): Promise<void> {
  const faults = await triggerFaults(database, schema);
  if (faults.length === 0) return;
  throw new UnusableDatabaseError(
    `The database cannot be used:\n${faults.map((said) => `  ${said}`).join("\n")}\nNothing was changed. Restore the last backup.`,
  );
}

export function postgresUpkeep(database: Postgres, schema: string): DatabaseUpkeep {
  return {
    faults: () => triggerFaults(database, schema),
    async bytes() {
      const [bytes = 0] = await valuesOf<number | string>(
        database,
        sql`select coalesce(sum(pg_total_relation_size(pg_class.oid)), 0) as value from pg_class
          join pg_namespace on pg_namespace.oid = relnamespace where nspname = ${schema} and relkind = 'r'`,
      );
      return Number(bytes);
    },
  };
}
