import { eq, getTableColumns, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Reader } from "#db/database/transaction";
import { readerOn } from "#db/sqlite/connection";
import { dialect } from "#db/sqlite/dialect";
import { Sqlite } from "#db/sqlite/driver";
import { tables as t } from "#db/sqlite/schema";

/** Drizzle's own way of reading stands beside ours: what both read must be the same. */
describe("rows read by their columns' places", () => {
  const handle = new Sqlite(":memory:");
  let read: Reader;

  beforeAll(() => {
    handle.exec("create table organisations (org text, name text, created_at integer)");
    handle.exec("create table evidence (org text, id text, bytes integer, about text, received_at integer)");
    handle.exec("insert into organisations values ('a', 'Ān ö', 1700000000123), ('b', 'No files', 0)");
    handle.exec(`insert into evidence values ('a', 'e', 7, '{"kind":"photo"}', 5), ('a', 'f', 0, null, 6)`);
    read = readerOn(handle);
  });
  afterAll(() => void handle.close());

  it("are those that drizzle reads, records that are missing included", async () => {
    const { id, bytes, about, receivedAt } = getTableColumns(t.evidence);
    const selection = {
      organisation: getTableColumns(t.organisations),
      evidence: { id, bytes, about, receivedAt },
      length: sql<number>`length(${t.organisations.name})`,
    };
    const query = read
      .select(selection)
      .from(t.organisations)
      .leftJoin(t.evidence, eq(t.evidence.org, t.organisations.id))
      .prepare();

    const rows = await dialect.reader(query, selection, ["evidence"])({});

    expect(rows).toEqual(await query.execute());
    expect(rows.map(({ evidence }) => evidence)).toEqual([
      { id: "e", bytes: 7, about: { kind: "photo" }, receivedAt: new Date(5) },
      { id: "f", bytes: 0, about: null, receivedAt: new Date(6) },
      null,
    ]);
  });
});
