import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { decode } from "#app/services/team/supplier-file/decode";
import { unsupportedKind } from "#app/services/team/supplier-file/file/file-kind";
import { readHeader } from "#app/services/team/supplier-file/header";
import { readRows } from "#app/services/team/supplier-file/rows";
import { supplierRowReader } from "#app/services/team/supplier-file/supplier-row";

const folder = fileURLToPath(new URL("../../../../../shared/fixtures/csv", import.meta.url));
const there = existsSync(folder);

async function readFixture(name: string) {
  const bytes = readFileSync(`${folder}/${name}`);
  expect(unsupportedKind(bytes)).toBeUndefined();
  const decoded = decode(bytes);
  const { rows } = await readRows(decoded.text);
  const list = readHeader(rows);
  const facts = list.rows.map(supplierRowReader(list.mapping)).flatMap(({ facts: read }) => read ?? []);
  return { decoded, list, facts };
}

/** Rows, suppliers that come of them (a name that stands twice in a country counts once), and one that was looked up. */
const supplierLists = [
  ["osh__facilities__11.csv", 55, 55, { name: "RSI Apparels Ltd", country: "BD" }],
  ["osh__facilities__13.csv", 26, 26, { name: "Fuzhou Donglin Shoe Co Ltd", country: "CN" }],
  ["osh__facilities__14.csv", 46, 46, { name: "CREATION TEXTILES CO LTD", country: "CN" }],
  ["osh__facilities__2.csv", 83, 79, { name: "QIANG XING FOOTWEAR LTD", country: "CN" }],
  ["osh__facilities__3.csv", 19, 19, { name: "Freetrend Industrial Ltd.", country: "CN" }],
  ["osh__facilities__5.csv", 64, 64, { name: "Pretty Sweaters Ltd.", country: "BD" }],
  ["osh__facilities__7.csv", 30, 30, { name: "Injae Garment Co. Ltd.", country: "KH" }],
  ["osh__list__Fall_2018_Compliance_List.csv", 33, 33, { name: "Tripler Trading Co Pty Ltd", country: "AU" }],
  ["osh__list__Summer_2017_Compliance_List.csv", 46, 46, { name: "NOMAN TERRY TOWEL MILLS LTD", country: "BD" }],
  ["osh__list__Summer_2019_Compliance_List.csv", 75, 72, { name: "QIANG XING FOOTWEAR LTD", country: "CN" }],
  ["osh__list__Winter_2017_Affiliate_List.csv", 18, 18, { name: "Freetrend Industrial Ltd.", country: "CN" }],
  ["osh__list__Winter_2017_Compliance_List.csv", 25, 25, { name: "Jiangsu Rino Garment Co Ltd", country: "CN" }],
  ["osh__list__Winter_2018_Apparel_List.csv", 38, 37, { name: "Rosko Textil (Arad)", country: "RO" }],
  ["osh__list__Winter_2019_Compliance_List.csv", 62, 62, { name: "AKH Apparels Ltd", country: "BD" }],
  ["frictionless__encoding-issue-274.csv", 507, 507, { name: "Asia New Zealand Foundation", country: "NZ" }],
] as const;

/** Lists that lack a column or say nothing of suppliers: what was found in them, and what is asked. */
const otherLists = [
  ["csvkit__ks_1033_data.csv", {}, ["name", "country"]],
  ["frictionless__country-2.csv", { name: 2, externalId: 0 }, ["country"]],
  ["frictionless__duplicate-headers.csv", { name: 1, externalId: 0 }, ["country"]],
  ["frictionless__issue-1232.csv", {}, ["name", "country"]],
  ["frictionless__issue-1341.csv", { country: 2 }, ["name"]],
  ["frictionless__issue-1478_table.csv", {}, ["name", "country"]],
  ["frictionless__issue-811.slice.csv", {}, ["name", "country"]],
  ["frictionless__skip-rows.csv", { name: 1, externalId: 0 }, ["country"]],
  ["frictionless__table.tsv", { name: 1, externalId: 0 }, ["country"]],
  ["gb18030__taobao-gb18030.csv", {}, ["name", "country"]],
  ["sjis__syukujitsu-a.csv", {}, ["name", "country"]],
  ["csvkit__null_byte.csv", {}, ["name", "country"]],
  ["csvkit__test_utf16_little.csv", {}, ["name", "country"]],
] as const;

const encodings = [
  ["frictionless__issue-811.slice.csv", "windows-1252", "Agliè"],
  ["gb18030__taobao-gb18030.csv", "gb18030", "夏季短袖"],
  ["sjis__syukujitsu-a.csv", "shift_jis", "元日"],
  ["csvkit__test_utf16_little.csv", "utf-16le", "ʤ"],
] as const;

describe.skipIf(!there)("the collected lists (skipped where ../shared/fixtures/csv is not there)", () => {
  test.each(supplierLists)("%s: of %d rows come %d suppliers", async (name, rows, suppliers, known) => {
    const { list, facts } = await readFixture(name);
    expect([list.rows.length, facts.length]).toEqual([rows, suppliers]);
    expect(facts).toContainEqual(expect.objectContaining(known));
    expect(list.columns.filter(({ sureness }) => sureness === "ask")).toEqual([]);
  });

  test.each(otherLists)("%s makes no suppliers of what are none, and asks", async (name, found, asked) => {
    const { list, facts } = await readFixture(name);
    expect(facts).toEqual([]);
    const { name: names, country, externalId } = list.mapping;
    expect({ name: names, country, externalId }).toEqual({
      name: undefined,
      country: undefined,
      externalId: undefined,
      ...found,
    });
    expect((["name", "country"] as const).filter((field) => list.mapping[field] === undefined)).toEqual(asked);
  });

  test.each(encodings)("%s is read as %s", async (name, encoding, word) => {
    const { decoded } = await readFixture(name);
    expect(decoded).toMatchObject({ encoding, broken: false });
    // The shortest is asked about, with the right reading first.
    if (decoded.foundBy === "unsure") expect(decoded.readings[0]?.encoding).toBe(encoding);
    expect(decoded.text).toContain(word);
  });
});
