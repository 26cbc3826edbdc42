import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import type { TeamContext } from "#app/services/context/contexts";
import { Faults } from "#app/services/context/faults";
import type { WorkbookFile } from "#app/services/files/workbook";
import { showPlan } from "#app/services/team/imports/show-plan";
import { uploadList } from "#app/services/team/imports/upload-list";
import { exportRecipients, exportRecipientsWorkbook } from "#app/services/team/recipients/export-recipients";
import { readWorkbook } from "#app/services/team/supplier-file/workbook/read-workbook";
import { isSafeWorkbook } from "#app/services/team/supplier-file/workbook/unpacked-size";
import { exportSuppliers, exportSuppliersWorkbook } from "#app/services/team/suppliers/export-suppliers";
import { asPerson } from "#tests/support/context";
import { aUser } from "#tests/support/factories";
import { codeOf, expectNoFaults, importSupplierList, teamWithAdmin } from "#tests/support/team";
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

type Bytes = Uint8Array<ArrayBuffer>;

async function bytesOf({ body }: WorkbookFile): Promise<Bytes> {
  const pieces: Uint8Array[] = [];
  const reader = body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) pieces.push(next.value);
  return new Uint8Array(Buffer.concat(pieces));
}

async function planOf(team: TeamContext, file: Bytes) {
  return showPlan(team, { upload: expectNoFaults(await uploadList(team, { file })) });
}

const unchanged = (count: number) => ({ added: 0, changed: 0, unchanged: count, refused: 0 });

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
    // Uploads of this context are nowhere, so the rows are compared with those of the text.
    const rows = await readWorkbook(file);
    let csv = "";
    for await (const line of (await exportRecipients(buyer, { campaign: scene.campaign.id })).lines) csv += line;
    expect(rows.map(({ cells }) => cells.join(","))).toEqual(csv.trimEnd().split("\r\n"));
  });
});

const office = ["/usr/bin/soffice", "/usr/bin/libreoffice", "/usr/lib/libreoffice/program/soffice"].find(existsSync);

/** A file as LibreOffice saves it in another format, opened and saved without anything being typed. */
function savedBy(program: string, file: string, format: "csv" | "xlsx"): Bytes {
  const folder = mkdtempSync(join(tmpdir(), "avow-office-"));
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  const filter = format === "csv" ? "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true" : "xlsx";
  execFileSync(program, [profile, "--headless", "--convert-to", filter, "--outdir", folder, file], {
    timeout: 110_000,
  });
  return new Uint8Array(readFileSync(join(folder, `suppliers.${format}`)));
}

describe.skipIf(!office)("through LibreOffice (skipped where soffice is not installed)", () => {
  test.each([
    ["csv", "csv"],
    ["csv", "xlsx"],
    ["xlsx", "csv"],
    ["xlsx", "xlsx"],
  ] as const)(
    "an export as %s that is saved as %s is still known as unchanged",
    async (from, to) => {
      const file = join(mkdtempSync(join(tmpdir(), "avow-office-")), `suppliers.${from}`);
      if (from === "xlsx") writeFileSync(file, await bytesOf(await exportSuppliersWorkbook(team, {})));
      else {
        let csv = "\uFEFF";
        for await (const line of (await exportSuppliers(team, {})).lines) csv += line;
        writeFileSync(file, csv);
      }
      expect((await planOf(team, savedBy(office ?? "", file, to))).counts).toEqual(unchanged(5));
    },
    120_000,
  );
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

  test("but has the parts of a workbook is refused when it is read", async () => {
    expect(await codeOf(readWorkbook(new Uint8Array(zipOf([workbook]))))).toBe("bad-request");
  });
});
