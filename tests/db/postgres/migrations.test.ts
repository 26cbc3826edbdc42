import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Migration } from "#db/database/migrations";
import { migrate, migrations } from "#db/postgres/migrate";
import { openPostgresStore } from "#db/postgres/store";
import { fillStore } from "#tests/db/filled-database";
import { launch } from "#tests/support/world";
import { aSchema, database, server } from "./database";

/** A schema with a record in it. */
async function aFilledSchema(): Promise<string> {
  const schema = aSchema();
  const store = await openPostgresStore(database, { schema });
  await fillStore(store);
  await store.close();
  return schema;
}

async function countsOf(schema: string): Promise<Record<string, number>> {
  const names = await server.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = $1 ORDER BY tablename",
    [schema],
  );
  const counts: Record<string, number> = {};
  for (const { name } of names.rows) {
    const counted = await server.query<{ all: number }>(`SELECT count(*)::int AS all FROM ${schema}.${name}`);
    counts[name] = counted.rows[0]?.all ?? 0;
  }
  return counts;
}

describe("migrating PostgreSQL", () => {
  test("a filled database loses no row, and is done once by whoever comes first", async () => {
    const schema = await aFilledSchema();
    const before = await countsOf(schema);
    expect(before).toMatchObject({ suppliers: 3, answers: 1, ratings: 1, migrations: migrations.length });
    const note: Migration = {
      name: "9998_note",
      hash: "x",
      sql: "ALTER TABLE suppliers ADD note text;\n--> statement-breakpoint\nUPDATE suppliers SET note = 'new'",
    };
    await Promise.all([1, 2, 3].map(() => migrate(database, schema, [...migrations, note])));
    expect(await countsOf(schema)).toEqual({ ...before, migrations: migrations.length + 1 });
  });

  test("fills in what pictures count of the ratings of an older database", async () => {
    const schema = await aFilledSchema();
    const kept = () => server.query(`SELECT * FROM ${schema}.rating_figures`).then(({ rows }) => rows);
    const before = await kept();
    expect(before).toMatchObject([{ lines: expect.stringMatching(/^\[\["inherent",/) }]);
    await server.exec(`SET search_path TO ${schema}; DROP TABLE rating_figures;
      DELETE FROM migrations WHERE name LIKE '%rating-figures'; RESET search_path;`);
    await migrate(database, schema, migrations);
    expect(await kept()).toEqual(before);
  });

  test("gives mails that waited and a launch that went on in an older database their jobs", async () => {
    const schema = aSchema();
    const store = await openPostgresStore(database, { schema });
    const { organisation, recipients } = await launch(store, { suppliers: 3 });
    await store.close();
    const [waiting = "", interrupted = "", sent = ""] = recipients.map(({ mail }) => mail.id);
    await server.exec(`SET search_path TO ${schema};
      ALTER TABLE mails ADD due_at timestamp (3) with time zone NOT NULL DEFAULT '2026-11-29T09:00:00Z';
      CREATE INDEX mails_due ON mails (state, due_at);
      DELETE FROM jobs; DELETE FROM migrations WHERE name LIKE '0004%'; UPDATE launches SET ended_at = NULL;
      UPDATE mails SET state = 'sending', attempts = 2 WHERE id = '${interrupted}';
      UPDATE mails SET state = 'sent' WHERE id = '${sent}'; RESET search_path;`);
    const older = await openPostgresStore(database, { schema });
    const jobs = ["mail.send", "launch.invite"].map((kind) => ({ kind, most: 9 }));
    const at = new Date("2026-11-29T09:00:00Z");
    const claimed = (await older.jobs.claim({ kinds: jobs, now: at, leaseUntil: at })).map(({ job }) => job);
    expect(claimed).toMatchObject([
      { org: organisation.id, key: waiting, payload: { mails: [waiting], attempts: 0 }, dueAt: at },
      { org: organisation.id, key: `${interrupted}/2`, payload: { mails: [interrupted], attempts: 2 }, dueAt: at },
      { org: organisation.id, kind: "launch.invite", lane: "launch.invite", payload: {} },
    ]);
    expect(await older.mails.get(organisation.id, interrupted)).toMatchObject({ state: "queued" });
    await older.close();
  });

  test("keeps nothing of a migration that fails at its end", async () => {
    const schema = await aFilledSchema();
    const before = await countsOf(schema);
    const careless: Migration = {
      name: "9999_careless",
      hash: "x",
      sql: "CREATE TABLE extra (id text);\n--> statement-breakpoint\nDELETE FROM suppliers",
    };
    await expect(migrate(database, schema, [...migrations, careless])).rejects.toThrow();
    expect(await countsOf(schema)).toEqual(before);
  });

  test("refuses a database of a newer program, and says so", async () => {
    const schema = await aFilledSchema();
    await migrate(database, schema, [...migrations, { name: "9999_later", hash: "x", sql: "SELECT 1" }]);
    await expect(openPostgresStore(database, { schema })).rejects.toThrow(/newer version of this program .*9999_later/);
  });

  test("refuses a past that was edited", async () => {
    const schema = await aFilledSchema();
    const edited = migrations.map((migration, i) => (i === 0 ? { ...migration, hash: "other" } : migration));
    await expect(migrate(database, schema, edited)).rejects.toThrow("Migrations are added, never edited");
  });

  test("carries in the program exactly what is in the reviewed files, and names no schema", () => {
    for (const { name, sql } of migrations) {
      const file = new URL(`../../../db/postgres/migrations/${name}.sql`, import.meta.url);
      expect(sql).toBe(readFileSync(file, "utf8"));
      expect(sql).not.toContain('"public"');
    }
  });
});
