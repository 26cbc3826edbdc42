import { beforeAll, describe, expect, test } from "vitest";
import { openPostgresStore } from "#db/postgres/store";
import { fillStore } from "#tests/db/filled-database";
import { aSchema, database, server } from "./database";

const schema = aSchema();
beforeAll(async () => {
  const store = await openPostgresStore(database, { schema });
  await fillStore(store);
  await store.close();
  await server.exec(`SET search_path TO ${schema}`);
});

describe("what is on record in PostgreSQL", () => {
  test.each(["answers", "ratings", "declarations", "audit_events"])(
    "in %s can be neither changed nor removed nor replaced",
    async (table) => {
      const refusal = `${table} are append-only`;
      expect((await server.query(`SELECT * FROM ${table}`)).rows.length).toBeGreaterThan(0);
      await expect(server.exec(`UPDATE ${table} SET org = org`)).rejects.toThrow(refusal);
      await expect(server.exec(`DELETE FROM ${table}`)).rejects.toThrow(refusal);
      await expect(server.exec(`TRUNCATE ${table} CASCADE`)).rejects.toThrow(refusal);
      const replacing = `INSERT INTO ${table} OVERRIDING SYSTEM VALUE SELECT * FROM ${table} ON CONFLICT`;
      const key = table === "audit_events" ? "(seq)" : table === "ratings" ? "(org, id)" : undefined;
      if (key)
        await expect(server.exec(`${replacing} ${key} DO UPDATE SET org = excluded.org`)).rejects.toThrow(refusal);
    },
  );

  test("of a document changes by its review and by one removal, and in nothing else", async () => {
    for (const column of ["name", "sha256", "bytes", "question", "received_at", "attestation"]) {
      await expect(server.exec(`UPDATE evidence SET ${column} = ${column}`)).rejects.toThrow("evidence is append-only");
    }
    await expect(server.exec("DELETE FROM evidence")).rejects.toThrow("evidence is append-only");
    await expect(server.exec("TRUNCATE evidence")).rejects.toThrow("evidence is append-only");
    await server.exec("UPDATE evidence SET status = 'accepted'");
    await server.exec("UPDATE evidence SET removed_at = now(), removed_by = '{}'");
    await expect(server.exec("UPDATE evidence SET removed_at = NULL")).rejects.toThrow(
      "removed evidence is never changed",
    );
  });

  test("is counted by band, whoever changes it", async () => {
    const counts = async () =>
      (await server.query("SELECT band, suppliers FROM supplier_counts WHERE suppliers <> 0 ORDER BY band")).rows;
    expect(await counts()).toEqual([
      { band: -1, suppliers: 2 },
      { band: 1, suppliers: 1 },
    ]);
    await server.exec("UPDATE suppliers SET band = 3 WHERE band IS NULL");
    expect(await counts()).toEqual([
      { band: 1, suppliers: 1 },
      { band: 3, suppliers: 2 },
    ]);
    await server.exec("UPDATE suppliers SET band = NULL");
    expect(await counts()).toEqual([{ band: -1, suppliers: 3 }]);
  });

  test("belongs to an organisation by every key, but for the few that are asked for without one", async () => {
    const strays = await server.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
       JOIN pg_class t ON t.oid = i.indrelid JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = i.indkey[0]
       WHERE t.relnamespace = $1::regnamespace AND i.indisunique AND a.attname <> 'org'
       UNION ALL
       SELECT k.conname FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
       WHERE k.connamespace = $1::regnamespace AND k.contype = 'f' AND a.attname <> 'org' ORDER BY 1`,
      [schema],
    );
    expect(strays.rows.map(({ name }) => name)).toEqual([
      "api_keys_by_hash",
      "attestations_reference",
      "audit_events_pkey",
      "colleagues_by_token",
      "installation_by_name",
      // Jobs are taken by whoever works, and numbered over all organisations.
      "jobs_pkey",
      "joinings_by_token",
      "links_by_token",
      // One for the program: it holds the mails of all organisations.
      "mail_holds_one",
      "mails_message_id",
      "migrations_pkey",
      // About addresses and logins, before anybody knows of which organisation.
      "password_resets_by_token",
      "request_counts_once",
      "sign_in_tries_by_key",
      "supplier_sessions_by_hash",
      "team_sessions_by_hash",
      "users_by_email",
    ]);
  });

  test("sorts its texts by code point wherever it is", async () => {
    const { rows } = await server.query(
      `SELECT table_name, column_name FROM information_schema.columns
       WHERE table_schema = $1 AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C' AND table_name <> 'migrations'`,
      [schema],
    );
    expect(rows).toEqual([]);
  });
});
