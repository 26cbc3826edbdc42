import { and, sql } from "drizzle-orm";
import { SQLiteSyncDialect } from "drizzle-orm/sqlite-core";
import { expect, test } from "vitest";
import { bandCondition, narrowing, suppliersWhere } from "#db/queries/suppliers/supplier-conditions";
import { chooseCountIndex } from "#db/queries/suppliers/table/index-choice";
import { readerOn } from "#db/sqlite/connection";
import { dialect } from "#db/sqlite/dialect";
import { openInMemory } from "#db/sqlite/migrate";
import { tables } from "#db/sqlite/schema";
import type { SupplierFilter } from "#db/supplier-table";
import { indexColumns, indexNames } from "#db/tables/suppliers/supplier-indexes";
import { supplierSorts } from "#terms/suppliers/supplier-sorts";

const writer = openInMemory();
const context = { tables, dialect, read: readerOn(writer) };
const usual = { sort: "rating", direction: "down", page: 1, pageSize: 10 } as const;

/** The condition in SQL, without the organisation, the name of the table and its quotes. */
function whereOf(filter: SupplierFilter): string | undefined {
  const asked = [...narrowing(context, "o", filter), bandCondition(context, "o", filter)];
  const where = and(...asked);
  return where && new SQLiteSyncDialect().sqlToQuery(where).sql.replaceAll(/"suppliers"\.|"/g, "");
}

test.each<[Partial<SupplierFilter>, string, string | undefined]>([
  [{}, "rating", undefined],
  [{ search: "Street" }, "name", "(instr(search, ?) > 0 or instr(contact_search, ?) > 0)"],
  [{ archived: ["only"] }, "rating", undefined],
  [{ bands: ["critical", "none"] }, "rating", "(band in (?) or band is null)"],
  [{ bands: ["high"], dprk: ["present", "unknown"] }, "dprk", "(dprk in (?, ?) and band in (?))"],
  [{ tier: ["3", "1"] }, "rating", "(instr(tier_set, ?) > 0 or instr(tier_set, ?) > 0)"],
  [{ expected: ["high", "low"] }, "rating", "expected_band in (?, ?)"],
  [
    { country: ["CN"], dprk: ["present"] },
    "country",
    "(dprk in (?) and (country in (?) or instr(site_countries, ?) > 0))",
  ],
  [
    { country: ["CN"], search: "a" },
    "name",
    "((instr(search, ?) > 0 or instr(contact_search, ?) > 0) and (country in (?) or instr(site_countries, ?) > 0))",
  ],
  [{ confidenceFrom: 50, confidenceBelow: 75 }, "confidence", "(confidence < ? and confidence >= ?)"],
  [
    { confidenceFrom: 75, search: "a" },
    "name",
    "((instr(search, ?) > 0 or instr(contact_search, ?) > 0) and confidence >= ?)",
  ],
  [
    { campaign: "c", search: "a" },
    "campaign",
    "((instr(search, ?) > 0 or instr(contact_search, ?) > 0) and id in (select supplier from campaign_suppliers where (campaign_suppliers.org = ? and campaign_suppliers.campaign = ?)))",
  ],
])("%j is counted along the index by %s", (filter, along, where) => {
  expect(chooseCountIndex({ ...usual, ...filter })).toBe(along);
  expect(whereOf({ ...usual, ...filter })).toBe(where);
});

test("every query of the table asks first for the organisation and one side of the archive, and its index is found by both", () => {
  const sides = [undefined, ["only"]].map((archived) =>
    new SQLiteSyncDialect().sqlToQuery(and(...suppliersWhere(context, "o", { ...usual, archived })) ?? sql`1`),
  );
  expect(sides.map(({ params }) => params)).toEqual([
    ["o", 0],
    ["o", 1],
  ]);
  for (const sort of supplierSorts) {
    const query = context.read
      .select({ id: sql`suppliers.id` })
      .from(dialect.suppliersBy(tables, sort))
      .where(and(...suppliersWhere(context, "o", usual)))
      .toSQL();
    const plan = writer.prepare(`EXPLAIN QUERY PLAN ${query.sql}`).all(...query.params);
    expect(plan).toEqual([
      expect.objectContaining({
        detail: `SEARCH suppliers USING COVERING INDEX ${indexNames[sort]} (org=? AND is_archived=?)`,
      }),
    ]);
  }
});

test("every index holds all that suppliers are filtered by", () => {
  for (const sort of supplierSorts)
    expect(indexColumns(sort)).toEqual(
      expect.arrayContaining([
        "number",
        "id",
        "band",
        "dprk",
        "country",
        "confidence",
        "tierSet",
        "siteCountries",
        "expectedBand",
        "owner",
        "tagSet",
      ]),
    );
  expect(indexColumns("rating").join()).toBe(
    "band,score,expected,number,id,dprk,country,confidence,tierSet,siteCountries,expectedBand,owner,tagSet",
  );
});
