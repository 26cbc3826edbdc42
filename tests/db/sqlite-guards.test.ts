import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type Sqlite from "better-sqlite3";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { StorageFullError } from "#db/errors";
import { openStore } from "#db/index";
import { openWriter } from "#db/sqlite/connection";
import { type Migration, migrate, migrations } from "#db/sqlite/migrate";
import { aDocument, roomyLimits } from "#tests/support/documents";
import { aDeclaration, anAnswer, anEvent, now } from "#tests/support/factories";
import { aNewRating } from "#tests/support/ratings";
import { launch } from "#tests/support/world";

const folder = mkdtempSync(join(tmpdir(), "avow-guards-"));
afterAll(() => rmSync(folder, { recursive: true }));
let file = "";
let files = 0;
beforeEach(() => {
  files += 1;
  file = join(folder, `${files}.db`);
});

/** A database with an answer, a draft, a document, a declaration, a rating and mails in it. */
async function fill(): Promise<void> {
  const store = await openStore(`file:${file}`);
  const { organisation, recipient } = await launch(store, { suppliers: 3 });
  const key = { org: organisation.id, attestation: recipient.attestation.id };
  await store.attestations.saveAnswer({
    ...key,
    question: "B1",
    basedOn: 0,
    answer: anAnswer(),
    at: now,
    audit: anEvent(),
  });
  await store.evidence.add({ ...key, evidence: aDocument(), limits: roomyLimits, audit: anEvent() });
  const rating = aNewRating({ attestation: key.attestation, supplier: recipient.supplier.id });
  await store.attestations.submit({ ...key, revision: 2, declaration: aDeclaration(), rating, audit: [anEvent()] });
  await store.close();
}

type Named = { name: string };
function tablesOf(db: Sqlite.Database): readonly string[] {
  return db
    .prepare<[], Named>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .all()
    .map(({ name }) => name);
}
function countsOf(db: Sqlite.Database): Record<string, number> {
  const count = (table: string) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
  return Object.fromEntries(tablesOf(db).map((table) => [table, count(table)]));
}

describe("what is on record", () => {
  test.each(["answers", "ratings", "declarations", "audit_events"])(
    "in %s can be neither changed nor removed nor replaced",
    async (table) => {
      await fill();
      const db = openWriter(file);
      const refusal = `${table} are append-only`;
      expect(() => db.exec(`UPDATE ${table} SET org = org`)).toThrow(refusal);
      expect(() => db.exec(`DELETE FROM ${table}`)).toThrow(refusal);
      expect(() => db.exec(`INSERT OR REPLACE INTO ${table} SELECT * FROM ${table}`)).toThrow(refusal);
      db.close();
    },
  );

  test("of a document changes by its review and by one removal, and in nothing else", async () => {
    await fill();
    const db = openWriter(file);
    for (const column of ["name", "sha256", "bytes", "question", "received_at", "attestation"]) {
      expect(() => db.exec(`UPDATE evidence SET ${column} = ${column}`)).toThrow("evidence is append-only");
    }
    expect(() => db.exec("DELETE FROM evidence")).toThrow("evidence is append-only");
    expect(() => db.exec("INSERT OR REPLACE INTO evidence SELECT * FROM evidence")).toThrow("evidence is append-only");
    db.exec("UPDATE evidence SET status = 'accepted'");
    db.exec("UPDATE evidence SET removed_at = 1, removed_by = '{}'");
    expect(() => db.exec("UPDATE evidence SET removed_at = NULL")).toThrow("removed evidence is never changed");
    db.close();
  });

  test("takes values of the declared types only", async () => {
    await fill();
    const db = openWriter(file);
    const strict = db
      .prepare<[], { name: string; strict: number }>(
        "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'",
      )
      .all();
    expect(strict.filter((table) => table.strict === 0)).toEqual([]);
    expect(() => db.exec("UPDATE campaigns SET version = 'two'")).toThrow("cannot store TEXT");
    db.close();
  });

  test("belongs to an organisation by every key, but for the few that are asked for without one", async () => {
    await fill();
    const db = openWriter(file);
    const strays: string[] = [];
    for (const table of tablesOf(db).filter((name) => name !== "migrations")) {
      const unique = db.prepare<[], Named>(`SELECT name FROM pragma_index_list('${table}') WHERE "unique" = 1`).all();
      for (const { name } of unique) {
        const first = db.prepare(`SELECT name FROM pragma_index_info('${name}') WHERE seqno = 0`).pluck().get();
        if (first !== "org") strays.push(name);
      }
      const foreign = db.prepare(`SELECT "from" FROM pragma_foreign_key_list('${table}') WHERE seq = 0`).pluck().all();
      if (foreign.some((column) => column !== "org")) strays.push(`${table} foreign key`);
    }
    expect(strays.sort()).toEqual([
      "attestations_reference",
      "links_by_token",
      "mails_message_id",
      "supplier_sessions_by_hash",
      "team_sessions_by_hash",
      "users_by_email",
    ]);
    db.close();
  });
});

describe("migrating", () => {
  const rebuild: Migration = {
    name: "9998_rebuild",
    hash: "x",
    sql: `CREATE TABLE new_suppliers AS SELECT * FROM suppliers; DROP TABLE suppliers;
      CREATE TABLE suppliers (org TEXT NOT NULL, id TEXT NOT NULL, name TEXT, PRIMARY KEY (org, id)) STRICT;
      INSERT INTO suppliers SELECT org, id, name FROM new_suppliers; DROP TABLE new_suppliers`,
  };

  test("a filled database, and rebuilding the table that everything points at, loses no row", async () => {
    await fill();
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

  test("keeps nothing of a migration that would leave rows pointing at nothing", async () => {
    await fill();
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
    await fill();
    const db = openWriter(file);
    migrate(db, [...migrations, { name: "9999_later", hash: "x", sql: "CREATE TABLE later (id TEXT) STRICT" }]);
    db.close();
    await expect(openStore(`file:${file}`)).rejects.toThrow(/newer version of this program .*9999_later/);
  });

  test("refuses a past that was edited", async () => {
    await fill();
    const db = openWriter(file);
    const edited = migrations.map((migration, i) => (i === 0 ? { ...migration, hash: "other" } : migration));
    expect(() => migrate(db, edited)).toThrow("Migrations are added, never edited");
    db.close();
  });

  test("carries in the program exactly what is in the reviewed files", () => {
    for (const { name, sql } of migrations) {
      expect(sql).toBe(readFileSync(new URL(`../../db/sqlite/migrations/${name}.sql`, import.meta.url), "utf8"));
    }
  });
});

describe("a full disk", () => {
  test("refuses what does not fit, says so, and keeps all that was saved before", async () => {
    const store = await openStore(`file:${file}`, { maxMegabytes: 1 });
    const { organisation, recipient } = await launch(store);
    const key = { org: organisation.id, attestation: recipient.attestation.id, question: "B1", at: now };
    let revision = 0;
    let refusal: unknown;
    while (refusal === undefined && revision < 1_000) {
      const answer = anAnswer({ comment: "x".repeat(10_000) });
      await store.attestations.saveAnswer({ ...key, basedOn: revision, answer, audit: anEvent() }).then(
        (saved) => {
          revision = saved.revision;
        },
        (error: unknown) => {
          refusal = error;
        },
      );
    }
    expect(refusal).toBeInstanceOf(StorageFullError);
    expect(revision).toBeGreaterThan(10);
    const huge = anAnswer({ comment: "y".repeat(500_000) });
    const together = await Promise.allSettled(
      ["C1", "C2", "C3"].map((question) =>
        store.attestations.saveAnswer({ ...key, question, basedOn: 0, answer: huge, audit: anEvent() }),
      ),
    );
    expect(together.map((result) => result.status === "rejected" && result.reason instanceof StorageFullError)).toEqual(
      [true, true, true],
    );
    expect((await store.attestations.history(key.org, key.attestation)).length).toBe(revision);
    await store.close();

    const again = await openStore(`file:${file}`);
    expect((await again.attestations.get(key.org, key.attestation))?.revisions).toEqual({ B1: revision });
    await again.attestations.saveAnswer({ ...key, basedOn: revision, answer: huge, audit: anEvent() });
    await again.close();
  });
});
