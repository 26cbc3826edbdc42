import { readFileSync } from "node:fs";
import type Sqlite from "better-sqlite3";
import { beforeEach, describe, expect, test } from "vitest";
import type { Migration } from "#db/database/migrations";
import { openStore } from "#db/index";
import { openWriter } from "#db/sqlite/connection";
import { migrate, migrations } from "#db/sqlite/migrate";
import { aFile, fill, tablesOf } from "#tests/db/filled-database";

let file = "";
beforeEach(async () => {
  file = aFile();
  await fill(file);
});

/** Rows of each table. */
function countsOf(db: Sqlite.Database): Record<string, number> {
  const count = (table: string) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
  return Object.fromEntries(tablesOf(db).map((table) => [table, count(table)]));
}

describe("migrating", () => {
  const rebuild: Migration = {
    name: "9998_rebuild",
    hash: "x",
    sql: `CREATE TABLE new_suppliers AS SELECT * FROM suppliers; DROP TABLE suppliers;
      CREATE TABLE suppliers (org TEXT NOT NULL, id TEXT NOT NULL, name TEXT, PRIMARY KEY (org, id)) STRICT;
      INSERT INTO suppliers SELECT org, id, name FROM new_suppliers; DROP TABLE new_suppliers`,
  };

  test("a filled database, and rebuilding the table that everything points at, loses no row", () => {
    const db = openWriter(file);
    const before = countsOf(db);
    expect(before).toMatchObject({
      suppliers: 3,
      contacts: 3,
      invitations: 3,
      answers: 1,
      ratings: 1,
      declarations: 1,
    });
    migrate(db, [...migrations, rebuild]);
    expect(countsOf(db)).toEqual({ ...before, migrations: migrations.length + 1 });
    expect(db.pragma("foreign_keys", { simple: true })).toBe(1);
    db.close();
  });

  test("keeps nothing of a migration that would leave rows pointing at nothing", () => {
    const db = openWriter(file);
    const before = countsOf(db);
    const careless = {
      name: "9999_careless",
      hash: "x",
      sql: "CREATE TABLE extra (id TEXT) STRICT; DELETE FROM suppliers",
    };
    expect(() => migrate(db, [...migrations, careless])).toThrow(/rows pointing at nothing .*Nothing was changed/);
    expect(countsOf(db)).toEqual(before);
    db.close();
  });

  test("refuses a database of a newer program, and says so", async () => {
    const db = openWriter(file);
    migrate(db, [...migrations, { name: "9999_later", hash: "x", sql: "CREATE TABLE later (id TEXT) STRICT" }]);
    db.close();
    await expect(openStore(`file:${file}`)).rejects.toThrow(/newer version of this program .*9999_later/);
  });

  test("refuses a past that was edited", () => {
    const db = openWriter(file);
    const edited = migrations.map((migration, i) => (i === 0 ? { ...migration, hash: "other" } : migration));
    expect(() => migrate(db, edited)).toThrow("Migrations are added, never edited");
    db.close();
  });

  test("carries in the program exactly what is in the reviewed files", () => {
    for (const { name, sql } of migrations) {
      expect(sql).toBe(readFileSync(new URL(`../../../db/sqlite/migrations/${name}.sql`, import.meta.url), "utf8"));
    }
  });
});
