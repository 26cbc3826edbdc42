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

  it("are those that drizzle reads where the same JSON stands again and again, and nobody can write into what rows share", async () => {
    const long = JSON.stringify({ kind: "x".repeat(400) });
    const texts = [
      '{"kind":"audit"}',
      "[1]",
      long,
      '{"kind":"audit"}',
      "null",
      "false",
      "[1]",
      long,
      '{"at":{"deep":"x"}}',
    ];
    handle.exec("delete from evidence");
    const add = handle.prepare("insert into evidence values ('a', ?, 1, ?, 1)");
    for (const [place, text] of texts.entries()) add.run(`e${place}`, text);
    for (let more = 0; more < 1_500; more += 1) add.run(`m${more}`, `{"kind":"${more % 1_200}"}`);
    const { id, about } = getTableColumns(t.evidence);
    const selection = { evidence: { id, about } };
    const query = read.select(selection).from(t.evidence).prepare();
    const ask = dialect.reader(query, selection, []);

    const rows = await ask({});

    expect(rows).toEqual(await query.execute());
    expect(await ask({})).toEqual(rows);
    expect(rows.slice(0, 9).map(({ evidence }) => evidence.about)).toEqual(texts.map((text) => JSON.parse(text)));
    const [, , , , , , , , nested] = rows.map(({ evidence }) => evidence.about as unknown as { at: { deep: string } });
    expect(() => Object.assign(nested?.at ?? {}, { deep: "" })).toThrow(TypeError);
    expect(() => Object.assign(rows[0]?.evidence.about ?? {}, { kind: "photo" })).toThrow(TypeError);
  });
});
