import { expect, test } from "vitest";
import type { TeamContext } from "#app/services/context/contexts";
import { withGuard, withoutGuard } from "#app/services/files/formula-guard";
import { exportRefused } from "#app/services/team/imports/export-refused";
import { isSpreadsheetForm } from "#app/services/team/imports/plan/spreadsheet-text";
import { showPlan } from "#app/services/team/imports/show-plan";
import { exportRecipients } from "#app/services/team/recipients/export-recipients";
import { exportSuppliers } from "#app/services/team/suppliers/export-suppliers";
import { asPerson } from "#tests/support/context";
import { aUser } from "#tests/support/factories";
import { importSupplierList, teamWithAdmin, uploadSupplierList } from "#tests/support/team";
import { createOrganisation } from "#tests/support/world";
import { textOf, unchanged } from "./own-tables";
import { aScene } from "./suppliers/scene";

const suppliersCsv = async (team: TeamContext) => textOf(await exportSuppliers(team, {}));

/** What would become of the rows of a list. */
async function outcomes(team: TeamContext, list: string) {
  const { rows, counts, problems } = await showPlan(team, { upload: await uploadSupplierList(team, list) });
  return { happens: rows.map(({ happens }) => happens), counts, problems };
}

/** A line of a table without the cell in a column. */
const without = (csv: string, column: string) => {
  const lines = csv.replace("\uFEFF", "").trimEnd().split("\r\n");
  const at = lines[0]?.split(",").indexOf(column) ?? -1;
  return lines.map((line) => line.split(",").toSpliced(at, 1).join(",")).join("\r\n");
};

const list02 = `Supplier number,Name,Country,E-mail
V-001,Alpha Weaving Ltd,VN,a@alpha.example
V-002,Beta Dyeing Co,CN,b@beta.example
V-003,Gamma Cut and Sew,IN,c@gamma.example
`;
const list03 = `Name,Country,E-mail
@Home Weaving,VN,a@x.example
-Nine Ltd,VN,b@x.example
+Plus Garments,VN,c@x.example
=Equal Textiles,VN,d@x.example
'@Tricky,VN,e@x.example
`;

test("the export of suppliers is known as our own: nothing is new and nothing changed", async () => {
  const { team } = await teamWithAdmin();
  expect(await importSupplierList(team, list02)).toMatchObject({ added: 3 });
  expect((await outcomes(team, await suppliersCsv(team))).counts).toEqual(unchanged(3));
});

test("names that begin with a sign of a formula, or with an apostrophe, survive out and in", async () => {
  const { team } = await teamWithAdmin();
  await importSupplierList(team, list03);
  const csv = await suppliersCsv(team);
  expect(csv).toContain(",'@Home Weaving,");
  expect(csv).toContain(",''@Tricky,");
  expect((await outcomes(team, csv)).counts).toEqual(unchanged(5));
  expect((await outcomes(team, without(csv, "supplier_id"))).counts).toEqual(unchanged(5));
  expect((await outcomes(team, without(without(csv, "supplier_id"), "external_id"))).counts).toEqual(unchanged(5));
});

test.each([
  "=1",
  "+1",
  "-1",
  "@a",
  "\tx",
  "\rx",
  "＝1",
  "＋a",
  "－a",
  "＠a",
  "'@a",
  "''=x",
  "'tis",
  "'",
  "",
  "a'@b",
  "plain",
])("the guard of %j is undone exactly", (text) => {
  expect(withoutGuard(withGuard(text))).toBe(text);
  expect(withGuard(text)).not.toMatch(/^[=@\t\r\n＝＋－＠]|^[+-](?!\d+$)/);
});

test("an edited row is a change, whatever of it was edited; contacts are put right and added", async () => {
  const { team } = await teamWithAdmin();
  await importSupplierList(team, list02);
  const csv = (await suppliersCsv(team))
    .replace("Alpha Weaving Ltd", "Alpha Mills")
    .replace("b@beta.example", "new@beta.example");
  expect((await outcomes(team, csv)).counts).toMatchObject({ changed: 2, unchanged: 1 });
  const [head = "", ...lines] = csv.trimEnd().split("\r\n");
  const heads = head.split(",");
  // Counted from the end: cells before it may hold commas.
  const at = heads.indexOf("contact_2_email") - heads.length;
  const withSecond = [head, ...lines.map((line) => line.split(",").with(at, "second@x.example").join(","))].join(
    "\r\n",
  );
  expect(await importSupplierList(team, withSecond)).toMatchObject({ added: 0, changed: 3 });
  const again = await suppliersCsv(team);
  expect(again).toContain("Alpha Mills");
  expect(again).toContain("new@beta.example");
  expect(again.split("second@x.example")).toHaveLength(4);
  expect((await outcomes(team, again)).counts).toEqual(unchanged(3));
});

test("numbers keep their zeros and letters through a spreadsheet that makes other numbers of them", async () => {
  const { team } = await teamWithAdmin();
  const ids = ["00042", "1E5", "007", "12345678901234567890"];
  await importSupplierList(team, `Number,Name,Country\n${ids.map((id) => `${id},Firm ${id},VN`).join("\n")}\n`);
  const csv = await suppliersCsv(team);
  for (const id of ids) expect(csv).toContain(`,${id},`);
  const saved = csv
    .replace(",00042,", ",42,")
    .replace(",1E5,", ",100000,")
    .replace(",007,", ",7,")
    .replace(",12345678901234567890,", ",1.23457E+19,");
  expect((await outcomes(team, saved)).counts).toEqual(unchanged(4));
});

test.each([
  ["00042", "42", true],
  ["1E5", "1,00E+05", true],
  ["42", "00042", false],
  ["42", "43", false],
  ["V-42", "42", false],
  ["2024-03", "2024-03-01", true],
  ["2024-03", "Mrz 24", true],
  ["1/2", "01. Feb", true],
  ["3/4/2024", "2024-03-04", true],
  ["MARCH1", "01-Mar", true],
  ["12:30", "12:30:00", true],
  ["2024-03", "45352", true],
  ["2024-03", "2024-04", false],
  ["1/2", "1/3", false],
  ["V-12", "2024-03-01", false],
  ["MILL7", "V-77", false],
  ["true", "TRUE", true],
  ["true", "FALSE", false],
])("%s is %s after a spreadsheet: %s", (kept, listed, expected) => {
  expect(isSpreadsheetForm(kept, listed)).toBe(expected);
});

test("a number that belongs to another supplier is refused, not taken", async () => {
  const { team } = await teamWithAdmin();
  await importSupplierList(team, list02);
  const csv = await suppliersCsv(team);
  const twice = await outcomes(team, csv.replace("V-002", "V-003"));
  // Of two rows with one number at least the one that took it is refused, whichever comes first.
  expect(twice.counts).toMatchObject({ added: 0, changed: 0 });
  expect(twice.counts.refused).toBeGreaterThan(0);
  const [head, ...lines] = csv.split("\r\n");
  const alone = [head, lines.find((line) => line.includes("V-001"))?.replace("V-001", "V-003")].join("\r\n");
  const { problems } = await outcomes(team, alone);
  expect(problems.map(({ text }) => text)).toEqual(["Number “V-003” belongs to another supplier already."]);
});

test("another organisation's export matches nothing, though its numbers are ours too", async () => {
  const { ctx, team: theirs } = await teamWithAdmin();
  await importSupplierList(theirs, list02);
  const csv = await suppliersCsv(theirs);
  const { organisation, admin } = await createOrganisation(ctx.store);
  const team = asPerson(ctx, { organisation, user: admin });
  await importSupplierList(team, "Name,Country,E-mail\nOther One,PE,o@o.example\nOther Two,PE,t@t.example\n");
  expect((await outcomes(team, csv)).counts).toMatchObject({ added: 3, changed: 0 });
});

test("the recipients of a campaign are known as our own, by our number and not as the buyer's", async () => {
  const scene = await aScene(3);
  const team = asPerson(scene.ctx, {
    user: aUser({ org: scene.organisation.id, role: "admin" }),
    organisation: scene.organisation,
  });
  const csv = await textOf(await exportRecipients(team, { campaign: scene.campaign.id }));
  expect((await outcomes(team, csv)).counts).toEqual(unchanged(3));
  expect((await outcomes(team, without(csv, "Our id of the supplier"))).counts).toEqual(unchanged(3));
});

test("countries whose code is a word elsewhere are read from our own export", async () => {
  const { team } = await teamWithAdmin();
  await importSupplierList(team, "Name,Country\nWindhoek Mills,Namibia\nBergen Wool,Norway\nZagreb Knit,Croatia\n");
  expect((await outcomes(team, await suppliersCsv(team))).counts).toEqual(unchanged(3));
});

test("rows to correct are read again once they are corrected, with their guards undone", async () => {
  const { team } = await teamWithAdmin();
  const list = "Foo,Land,Mail\n=Equal,Atlantis,a@x.example\n'@Tricky,Nowhere,b@x.example\nGood,Peru,c@x.example\n";
  const upload = await uploadSupplierList(team, list);
  const csv = await textOf(await exportRefused(team, { upload, mapping: { name: 0 } }));
  expect(csv.replace("\uFEFF", "").split("\r\n")[0]).toBe("Name,Land,Mail,Row,Reason");
  const corrected = csv.replace("Atlantis", "Viet Nam").replace("Nowhere", "Chile");
  expect(await importSupplierList(team, corrected)).toMatchObject({ added: 2, refused: 0 });
  const exported = await suppliersCsv(team);
  expect(exported).toContain(",'=Equal,");
  expect(exported).toContain(",''@Tricky,");
});

test.each([
  ["Đông Á Textile", "Dong A Textile"],
  ["Łódź Tkaniny", "Lodz Tkaniny"],
  ["Søren Uld", "Soren Uld"],
  ["Straße 7 Weberei", "Strasse 7 Weberei"],
  ["ＡＣＭＥ　Ｍｉｌｌｓ", "Acme Mills"],
  ["IŞIK Tekstil", "Işık Tekstil"],
  ["Ofﬁce Wear", "Office Wear"],
  ["Ærø Væv", "Aero Vaev"],
])("%s and %s are one supplier, in one list and in two, as in the search", async (one, other) => {
  const { team } = await teamWithAdmin();
  expect(await importSupplierList(team, `Name,Country,E-mail\n${one},VN,a@x.example\n`)).toMatchObject({ added: 1 });
  expect((await outcomes(team, `Name,Country,E-mail\n${other},VN,a@x.example\n`)).counts).toMatchObject({
    added: 0,
    changed: 1,
  });
  expect(
    (await outcomes(team, `Name,Country,E-mail\n${one},PE,a@x.example\n${other},PE,a@x.example\n`)).happens,
  ).toEqual(["added", "refused"]);
});
