import { beforeAll, describe, expect, test } from "vitest";
import type { TeamContext } from "#app/services/context/contexts";
import { exportSuppliers, exportSuppliersJson } from "#app/services/team/suppliers/export-suppliers";
import type { SupplierView } from "#app/services/team/suppliers/filters/supplier-filter";
import { importSupplierList, teamWithAdmin } from "#tests/support/team";

const list = [
  "Number,Name,Country,Contact,E-mail",
  '00042,"@Home ""Weaving"", Ltd",VN,Trần Thị Mai,a@x.example',
  "1E5,=Equal Textiles,Namibia,,b@x.example",
  "12345678901234567890,上海纺织,CN,王磊,e@x.example",
].join("\n");

let team: TeamContext;
beforeAll(async () => {
  ({ team } = await teamWithAdmin());
  await importSupplierList(team, list);
});

async function textOf(lines: Iterable<string> | AsyncIterable<string>): Promise<string> {
  let text = "";
  for await (const line of lines) text += line;
  return text;
}

async function written(view: Partial<SupplierView>): Promise<string> {
  return textOf((await exportSuppliersJson(team, view)).lines);
}

type Row = Readonly<Record<string, string | number>>;

describe("suppliers as JSON", () => {
  test("hold what was typed, without a guard against formulas, and figures as numbers", async () => {
    const rows: readonly Row[] = JSON.parse(await written({}));
    const facts = rows.map(({ external_id, supplier_name, contact_1_name, band }) => [
      external_id,
      supplier_name,
      contact_1_name,
      band,
    ]);
    expect(facts.sort()).toEqual([
      ["00042", '@Home "Weaving", Ltd', "Trần Thị Mai", "none"],
      ["12345678901234567890", "上海纺织", "王磊", "none"],
      ["1E5", "=Equal Textiles", undefined, "none"],
    ]);
    expect(rows.map(({ expected_before_answers: score }) => typeof score)).toEqual(["number", "number", "number"]);
  });

  test("are one line a row, with the names of the columns that the CSV file has", async () => {
    const [head = ""] = (await textOf((await exportSuppliers(team, {})).lines)).split("\r\n");
    const text = await written({});
    const lines = text.trim().split("\n");
    expect(lines).toHaveLength(5);
    const names = new Set(lines.slice(1, -1).flatMap((line) => Object.keys(JSON.parse(line.replace(/,$/, "")))));
    const columns = head.split(",");
    expect([...names].filter((name) => !columns.includes(name))).toEqual([]);
    expect(names.size).toBeGreaterThan(10);
  });

  test("are the rows of the view, and an array where there are none", async () => {
    expect(JSON.parse(await written({ search: "上海" })).map(({ supplier_name }: Row) => supplier_name)).toEqual([
      "上海纺织",
    ]);
    expect(JSON.parse(await written({ search: "nobody" }))).toEqual([]);
  });
});
