import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parquetPieces } from "#app/services/files/parquet";
import { anEvent } from "#tests/support/factories";
import { aNewRating } from "#tests/support/ratings";
import { addSuppliers } from "#tests/support/world";
import { type ApiScene, anApiScene } from "./scene";

/** DuckDB, where its binary can be loaded here. */
const duckdb = await import("@duckdb/node-api").catch(() => undefined);

async function read(bytes: Uint8Array, sql: string): Promise<unknown[]> {
  if (!duckdb) throw new Error("DuckDB was not loaded");
  const file = join(mkdtempSync(join(tmpdir(), "avow-parquet-")), "suppliers.parquet");
  writeFileSync(file, bytes);
  const instance = await duckdb.DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    return (await connection.runAndReadAll(sql.replace("FILE", `'${file}'`))).getRowObjectsJson();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

let scene: ApiScene;
beforeAll(async () => {
  scene = await anApiScene(1);
});
afterAll(() => scene.close());

describe.skipIf(!duckdb)("Parquet", () => {
  test("of suppliers is read back by DuckDB, with numbers and instants as such", async () => {
    const { store } = scene.ctx;
    const { organisation, recipient } = scene.world;
    const rating = aNewRating({ attestation: recipient.attestation.id, supplier: recipient.supplier.id });
    await store.ratings.add({ org: organisation.id, ...rating, audit: anEvent() });
    await addSuppliers(store, organisation.id, [{ name: 'Ünlü, "Naïve" 名前', externalId: "=1+1" }]);
    const key = await scene.key(await scene.person({ role: "admin", readsNorthKorea: true }));
    const answer = await scene.get("/exports/suppliers.parquet", key);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/vnd.apache.parquet"]);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const rows = await read(
      bytes,
      "SELECT name, external_id, band, score, confidence, typeof(score) AS kind, typeof(created_at) AS at FROM FILE ORDER BY ref",
    );
    const { score, band, confidence } = rating.rating;
    const types = { kind: "DOUBLE", at: "TIMESTAMP WITH TIME ZONE" };
    expect(rows).toEqual([
      {
        name: recipient.supplier.name,
        external_id: recipient.supplier.externalId ?? null,
        band,
        score,
        confidence,
        ...types,
      },
      { name: 'Ünlü, "Naïve" 名前', external_id: "=1+1", band: null, score: null, confidence: null, ...types },
    ]);
    const [event] = await store.audit.trail(organisation.id, { actions: ["data.exported"], most: 1 });
    expect(event).toMatchObject({ actor: { kind: "api-key" }, details: { what: "suppliers-parquet" } });
  });

  test("has no column that tells of North Korean labour for whoever may not see it", async () => {
    const key = await scene.key(await scene.person({ role: "admin", readsNorthKorea: true }), ["exports:read"]);
    const bytes = new Uint8Array(await (await scene.get("/exports/suppliers.parquet", key)).arrayBuffer());
    const columns = await read(bytes, "SELECT column_name FROM (DESCRIBE SELECT * FROM FILE)");
    const names = JSON.stringify(columns);
    expect(names).toContain("band");
    expect(names).not.toMatch(
      /score"|confidence|north_korea|driver|floor|change|disclosed/.source.replace('score"', '"score"'),
    );
  });

  test("is made in groups, however many rows there are", async () => {
    async function* batches() {
      for (let at = 0; at < 12; at += 1) yield Array.from({ length: 1_000 }, (_, row) => ({ row: at * 1_000 + row }));
    }
    const columns = [{ name: "row", type: "DOUBLE", of: ({ row }: { row: number }) => row }] as const;
    const pieces: Uint8Array[] = [];
    for await (const piece of parquetPieces(columns, batches())) pieces.push(piece);
    expect(pieces).toHaveLength(3);
    const bytes = new Uint8Array(Buffer.concat(pieces));
    const [sum] = await read(
      bytes,
      "SELECT count(*)::INT AS rows, sum(row)::INT AS sum, max(row)::INT AS most FROM FILE",
    );
    expect(sum).toEqual({ rows: 12_000, sum: 71_994_000, most: 11_999 });
    const [groups] = await read(bytes, "SELECT count(DISTINCT row_group_id)::INT AS n FROM parquet_metadata(FILE)");
    expect(groups).toEqual({ n: 3 });
  });
});
