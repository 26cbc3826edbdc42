import { beforeEach, describe, expect, test } from "vitest";
import { openWriter } from "#db/sqlite/connection";
import { aFile, fill, tablesOf } from "#tests/db/filled-database";

let file = "";
beforeEach(async () => {
  file = aFile();
  await fill(file);
});

describe("what is on record", () => {
  test.each(["answers", "ratings", "declarations", "audit_events"])(
    "in %s can be neither changed nor removed nor replaced",
    (table) => {
      const db = openWriter(file);
      const refusal = `${table} are append-only`;
      expect(() => db.exec(`UPDATE ${table} SET org = org`)).toThrow(refusal);
      expect(() => db.exec(`DELETE FROM ${table}`)).toThrow(refusal);
      expect(() => db.exec(`INSERT OR REPLACE INTO ${table} SELECT * FROM ${table}`)).toThrow(refusal);
      db.close();
    },
  );

  test("of a document changes by its review and by one removal, and in nothing else", () => {
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

  test("takes values of the declared types only", () => {
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

  test("belongs to an organisation by every key, but for the few that are asked for without one", () => {
    const db = openWriter(file);
    const strays: string[] = [];
    for (const table of tablesOf(db).filter((name) => name !== "migrations")) {
      const unique = db
        .prepare<[], { name: string }>(`SELECT name FROM pragma_index_list('${table}') WHERE "unique" = 1`)
        .all();
      for (const { name } of unique) {
        const first = db.prepare(`SELECT name FROM pragma_index_info('${name}') WHERE seqno = 0`).pluck().get();
        if (first !== "org") strays.push(name);
      }
      const foreign = db.prepare(`SELECT "from" FROM pragma_foreign_key_list('${table}') WHERE seq = 0`).pluck().all();
      if (foreign.some((column) => column !== "org")) strays.push(`${table} foreign key`);
    }
    expect(strays.sort()).toEqual([
      "api_keys_by_hash",
      "attestations_reference",
      "colleagues_by_token",
      "installation_by_name",
      "joinings_by_token",
      "links_by_token",
      // One for the program: it holds the mails of all organisations.
      "mail_holds_one",
      "mails_message_id",
      // About addresses and logins, before anybody knows of which organisation.
      "password_resets_by_token",
      "request_counts_once",
      "sign_in_tries_by_key",
      "supplier_sessions_by_hash",
      "team_sessions_by_hash",
      "users_by_email",
    ]);
    db.close();
  });
});
