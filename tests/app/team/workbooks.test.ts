import { deflateRawSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import type { TeamContext } from "#app/services/context/contexts";
import { Faults } from "#app/services/context/faults";
import { uploadList } from "#app/services/team/imports/upload-list";
import { exportRecipientsWorkbook } from "#app/services/team/recipients/export-recipients";
import { readWorkbook } from "#app/services/team/supplier-file/workbook/read-workbook";
import { isSafeWorkbook } from "#app/services/team/supplier-file/workbook/unpacked-size";
import { exportSuppliersWorkbook } from "#app/services/team/suppliers/export-suppliers";
import { asPerson } from "#tests/support/context";
import { aUser } from "#tests/support/factories";
import { codeOf, importSupplierList, teamWithAdmin } from "#tests/support/team";
import { bytesOfWorkbook as bytesOf, planOf, unchanged } from "./own-tables";
import { aScene } from "./suppliers/scene";

const list = [
  "Number,Name,Country,Contact,E-mail",
  "00042,@Home Weaving,VN,Trần Thị Mai,a@x.example",
  "1E5,=Equal Textiles,Namibia,,b@x.example",
  "007,'@Tricky,Norway,,",
  "V-1,-Nine Ltd,EG,نور الهدى,d@x.example",
  "12345678901234567890,上海纺织,CN,王磊,e@x.example",
  "V-1,-Nine Ltd,EG,Second,d2@x.example",
].join("\n");

let team: TeamContext;
beforeAll(async () => {
  ({ team } = await teamWithAdmin());
  await importSupplierList(team, list);
});

describe("a workbook of our own", () => {
  test("holds texts as texts, and is known when it is taken in again", async () => {
    const file = await bytesOf(await exportSuppliersWorkbook(team, {}));
    const [head, ...rows] = await readWorkbook(file);
    const at = head?.cells.indexOf("external_id") ?? -1;
    expect(rows.map(({ cells }) => cells[at]).sort()).toEqual(["00042", "007", "12345678901234567890", "1E5", "V-1"]);
    const plan = await planOf(team, file);
    expect(plan.counts).toEqual(unchanged(5));
    // No encoding was found, because none was looked for.
    expect(plan.by).toBe("workbook");
  });

  test("of recipients is known as well", async () => {
    const scene = await aScene(2);
    const user = aUser({ org: scene.organisation.id, role: "admin" });
    const buyer = asPerson(scene.ctx, { user, organisation: scene.organisation });
    const file = await bytesOf(await exportRecipientsWorkbook(buyer, { campaign: scene.campaign.id }));
    expect((await planOf(buyer, file)).counts).toEqual(unchanged(2));
  });
});

/** A ZIP file of one part that claims a size. */
function zipOf(parts: readonly { name: string; text: string; claimed?: number }[]): Uint8Array {
  const locals: Buffer[] = [];
  const lines: Buffer[] = [];
  let at = 0;
  for (const { name, text, claimed } of parts) {
    const packed = deflateRawSync(Buffer.from(text));
    const size = claimed ?? Buffer.byteLength(text);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(size, 22);
    local.writeUInt16LE(name.length, 26);
    const line = Buffer.alloc(46);
    line.writeUInt32LE(0x02014b50, 0);
    line.writeUInt16LE(8, 10);
    line.writeUInt32LE(packed.length, 20);
    line.writeUInt32LE(size, 24);
    line.writeUInt16LE(name.length, 28);
    line.writeUInt32LE(at, 42);
    locals.push(local, Buffer.from(name), packed);
    lines.push(line, Buffer.from(name));
    at += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(lines);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}

const officeTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
/** All of a workbook of one sheet but the sheet. */
const partsOfWorkbook = [
  {
    name: "[Content_Types].xml",
    text: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
  },
  {
    name: "_rels/.rels",
    text: `<Relationships xmlns="${relationships}"><Relationship Id="r1" Type="${officeTypes}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  },
  {
    name: "xl/workbook.xml",
    text: `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${officeTypes}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
  },
  {
    name: "xl/_rels/workbook.xml.rels",
    text: `<Relationships xmlns="${relationships}"><Relationship Id="r1" Type="${officeTypes}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  },
];

describe("a file that is no workbook, or would do harm", () => {
  const workbook = { name: "xl/workbook.xml", text: "<workbook/>" };
  const zeros = "0".repeat(200_000_000);

  test.each([
    ["that is a ZIP file of something else", () => zipOf([{ name: "word/document.xml", text: "x" }])],
    ["that unpacks to more than it says", () => zipOf([workbook, { name: "xl/a.xml", text: zeros, claimed: 100 }])],
    ["that unpacks to less than it says", () => zipOf([workbook, { name: "xl/a.xml", text: "x", claimed: 100 }])],
    ["that unpacks to more than fits", () => zipOf([workbook, { name: "xl/a.xml", text: zeros }])],
    [
      "of very many parts",
      () => zipOf([workbook, ...Array.from({ length: 600 }, (_, at) => ({ name: `p${at}`, text: "x" }))]),
    ],
    ["that is cut off", () => zipOf([workbook]).subarray(0, 60)],
    ["of the years before", () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
  ])("%s is refused with words when it is handed in", async (_, make) => {
    const file = new Uint8Array(make());
    expect(await isSafeWorkbook(file)).toBe(false);
    expect(await uploadList(team, { file })).toEqual(new Faults([{ field: "file", code: "spreadsheet" }]));
    expect(await codeOf(readWorkbook(file))).toBe("bad-request");
  });

  test.each([
    ["nothing", "", "Weaving", "Weaving"],
    ["a file", '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>', "&e;", undefined],
    ["an address", '<!DOCTYPE x [<!ENTITY e SYSTEM "http://127.0.0.1:9/x">]>', "&e;", undefined],
    [
      "an entity of entities",
      `<!DOCTYPE x [<!ENTITY a "${"a".repeat(1_000)}"><!ENTITY e "&a;&a;&a;">]>`,
      "&e;",
      undefined,
    ],
  ])("reads nothing from outside that a part of it names", async (_what, doctype, cell, read) => {
    const sheet = `<?xml version="1.0"?>${doctype}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${cell}</t></is></c></row></sheetData></worksheet>`;
    const parts = [...partsOfWorkbook, { name: "xl/worksheets/sheet1.xml", text: sheet }];
    const rows = await readWorkbook(new Uint8Array(zipOf(parts))).catch(() => []);
    // What is named by an entity is either refused or stands there as it was written.
    expect([cell, read]).toContain(rows[0]?.cells[0]);
  });

  test("but has the parts of a workbook is refused when it is read", async () => {
    expect(await codeOf(readWorkbook(new Uint8Array(zipOf([workbook]))))).toBe("bad-request");
  });
});
