import { asc, sql } from "drizzle-orm";
import { type PgDatabase, type PgQueryResultHKT, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { type Migration, pendingOf } from "#db/database/migrations";
import committed from "./migrations/all.json" with { type: "json" };

/** A database of any of drizzle's drivers for PostgreSQL. */
export type Postgres = PgDatabase<PgQueryResultHKT>;

/** All migrations of this program, oldest first. */
export const migrations: readonly Migration[] = committed;

const journal = pgTable("migrations", {
  name: text("name").notNull(),
  hash: text("hash").notNull(),
  appliedAt: timestamp("applied_at", { precision: 3, withTimezone: true }).notNull(),
});

const breakpoint = "--> statement-breakpoint";

/**
 * Brings the tables in `schema` to the newest shape, all or nothing. The lock that it takes first makes a second process
 * wait and then find nothing to do. Throws MigrationError for a database of a newer program, or one whose past differs.
 */
export async function migrate(
  database: Postgres,
  schema: string,
  wanted: readonly Migration[] = migrations,
): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`avow migrations ${schema}`}, 0))`);
    await tx.execute(sql`create schema if not exists ${sql.identifier(schema)}`);
    // The tables of a migration name no schema; its functions keep this path.
    await tx.execute(sql`set local search_path to ${sql.identifier(schema)}`);
    await tx.execute(
      sql`create table if not exists migrations (name text collate "C" primary key, hash text not null, applied_at timestamptz(3) not null)`,
    );
    const applied = await tx.select().from(journal).orderBy(asc(journal.name));
    for (const { name, hash, sql: statements } of pendingOf(applied, wanted)) {
      for (const statement of statements.split(breakpoint)) await tx.execute(sql.raw(statement));
      await tx.insert(journal).values({ name, hash, appliedAt: sql`clock_timestamp()` });
    }
  });
}
