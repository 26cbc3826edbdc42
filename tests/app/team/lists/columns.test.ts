import { describe, expect, test } from "vitest";
import { readHeader } from "#app/services/team/supplier-file/header";
import { readRows } from "#app/services/team/supplier-file/rows";
import { supplierRowReader } from "#app/services/team/supplier-file/supplier-row";

async function listIn(lines: readonly string[]) {
  const { rows } = await readRows(lines.join("\n"));
  const list = readHeader(rows);
  const fields = list.columns.map(({ field, sureness }) => (field === undefined ? sureness : `${field} ${sureness}`));
  return { ...list, fields, facts: list.rows.map(supplierRowReader(list.mapping)).map(({ facts }) => facts) };
}

describe("a column called after the supplier that holds numbers", () => {
  test.each([
    [["Vendor,Name 1,Country,City", "100234,Hansa Cable Ltd,DE,Ulm"], "100234", "Hansa Cable Ltd"],
    [["Lieferant;Name 1;Land;Ort", "0000100234;Hansa Kabel GmbH;DE;Ulm"], "0000100234", "Hansa Kabel GmbH"],
    [
      ["Supplier;Name of Supplier;Country/Region Key;City", "1000234;Hansa Cable Ltd;DE;Ulm"],
      "1000234",
      "Hansa Cable Ltd",
    ],
    [["Fournisseur;Nom;Pays;Ville", "401234;Câbles du Rhône SARL;FR;Lyon"], "401234", "Câbles du Rhône SARL"],
    [["Proveedor;Nombre;País", "P-0017;Hilados del Sur S.A.;Perú"], "P-0017", "Hilados del Sur S.A."],
    [["供应商,供应商名称,国家", "V000123,上海纺织有限公司,中国"], "V000123", "上海纺织有限公司"],
    [["Поставщик;Наименование;Страна", "700123;Ивановский текстиль;Россия"], "700123", "Ивановский текстиль"],
    [["Tedarikçi;Unvan;Ülke", "320001;Güneş İplik A.Ş.;Türkiye"], "320001", "Güneş İplik A.Ş."],
    [["Creditor,Company,Country", "4000017,Tan Sao JSC,Vietnam"], "4000017", "Tan Sao JSC"],
  ])("gives the number, and the other column the name: %j", async ([header = "", row = ""], externalId, name) => {
    const { facts, columns } = await listIn([header, row]);
    expect(facts).toMatchObject([{ externalId, name }]);
    expect(columns[0]).toMatchObject({
      field: "externalId",
      sureness: "ask",
      doubt: "numbers-not-names",
      instead: "name",
    });
  });

  test("is the name where it holds names", async () => {
    const { facts, fields } = await listIn(["Vendor,Vendor No.,Country", "Hansa Cable Ltd,100234,DE"]);
    expect(facts).toMatchObject([{ name: "Hansa Cable Ltd", externalId: "100234" }]);
    expect(fields).toEqual(["name sure", "externalId sure", "country sure"]);
  });

  test("is the number in a list of smelters", async () => {
    const { facts } = await listIn([
      "Smelter Identification Number,Metal,Smelter Name,Smelter Country,Smelter City",
      'CID990001,Tin,Invented Tin Works,"KOREA, REPUBLIC OF",Busan',
    ]);
    expect(facts).toMatchObject([
      { externalId: "CID990001", name: "Invented Tin Works", country: "KR", place: "Busan" },
    ]);
  });
});

describe("what is no name", () => {
  test.each([
    [
      "sexes",
      [
        "location,iso_code,sex,cause",
        "China,CHN,Male,Measles",
        "Peru,PER,Female,Measles",
        "Chile,CHL,Male,Measles",
        "India,IND,Both,Measles",
      ],
    ],
    ["states of an order", ["status,country", "open,Peru", "open,Chile", "closed,Peru", "open,India"]],
    ["products", ["item_name,quantity,country", "Rifle,1,Peru", "Boots,4,Chile"]],
    ["notes under a heading that says nothing", ["remarks;country", "call again;Peru", "paid in full;Chile"]],
  ])("is not taken for one: %s", async (_, lines) => {
    const { mapping } = await listIn(lines);
    expect(mapping.name).toBeUndefined();
    expect(mapping.country).toBeDefined();
  });
});

describe("states and provinces", () => {
  test.each([
    ["State", ["AL", "CA", "DE", "IN"]],
    ["State/Province", ["GA", "CO", "PA"]],
    ["Prov", ["BS", "BG", "ME"]],
    ["Sigla provincia", ["BS", "AO", "ME"]],
    ["Provincia", ["CR", "AL", "SA"]],
    ["Region", ["CA", "DE"]],
    ["Stato", ["AL", "BS", "CA"]],
    ["UF", ["AL", "BA", "PA"]],
  ])("under %s are no countries", async (heading, codes) => {
    const lines = codes.map((code, at) => `Mill ${at} Ltd,${code}`);
    const { mapping, facts } = await listIn([`Name,${heading}`, ...lines]);
    expect(mapping.country).toBeUndefined();
    expect(facts.filter(Boolean)).toEqual([]);
  });

  test("beside a column of countries leave it alone", async () => {
    const { facts } = await listIn(["Name,State,Country", "Alpha Ltd,AL,US", "Beta Ltd,CA,US"]);
    expect(facts.map((one) => one?.country)).toEqual(["US", "US"]);
  });

  test("without a heading that tells are asked about", async () => {
    const { columns, mapping } = await listIn(["Name,XY", "Alpha Ltd,AL", "Beta Ltd,CA", "Gamma Ltd,DE"]);
    expect(mapping.country).toBeUndefined();
    expect(columns[1]).toMatchObject({ sureness: "ask", doubt: "states-or-countries", instead: "country" });
  });

  test.each([
    [
      "a heading that says country",
      ["Name,Country", "Alpha Ltd,AL", "Beta Ltd,CA", "Gamma Ltd,DE"],
      ["AL", "CA", "DE"],
    ],
    ["codes that no state has", ["Name,XY", "Alpha Ltd,BD", "Beta Ltd,KH", "Gamma Ltd,DE"], ["BD", "KH", "DE"]],
    ["countries written out under Stato", ["Nome,Stato", "Alfa S.p.A.,Italia", "Beta S.r.l.,Francia"], ["IT", "FR"]],
    ["codes of three letters", ["Name,iso_code", "Alpha Ltd,BGD", "Beta Ltd,KHM"], ["BD", "KH"]],
  ])("are told from countries by %s", async (_, lines, countries) => {
    expect((await listIn(lines)).facts.map((one) => one?.country)).toEqual(countries);
  });
});

describe("a heading and its cells that disagree", () => {
  test("are asked about: names that are countries", async () => {
    const { columns } = await listIn(["id;name;population", "1;France;67", "2;Germany;83", "3;Italy;60"]);
    expect(columns[1]).toMatchObject({ field: "name", sureness: "ask", instead: "country" });
  });

  test("are asked about: countries that are none", async () => {
    const { columns } = await listIn(["name,country", "Alpha Ltd,yes", "Beta Ltd,no", "Gamma Ltd,yes"]);
    expect(columns[1]).toMatchObject({ field: "country", sureness: "ask", doubt: "cells-disagree" });
  });

  test("lose a number that many rows share", async () => {
    const lines = Array.from({ length: 8 }, (_, at) => `Mill ${at} Ltd,Peru,${61 + (at % 2)}`);
    expect((await listIn(["name,country,code", ...lines])).mapping.externalId).toBeUndefined();
  });
});
