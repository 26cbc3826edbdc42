import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { addPasted } from "#app/services/supplier/paste/add-pasted";
import { showPaste } from "#app/services/supplier/paste/show-paste";
import { takeTableFile } from "#app/services/supplier/paste/take-table-file";
import { downloadAnswersCsv } from "#app/services/supplier/workbook/file/download-workbook";
import { writeWorkbook } from "#app/services/supplier/workbook/file/write-xlsx";
import { rowsOf } from "#scoring/answer-values";
import { asked } from "#tests/app/supplier/version-2/asked";
import { row } from "#tests/questionnaires/firms";

const table = { question: "B1", part: "sites" };
const site = (name: string) => [name, "2 Mill Road", "Sindh", "Pakistan", "Office", "", "80"];

async function taken(bytes: Uint8Array) {
  const { open } = await asked();
  const outcome = await takeTableFile(await open(), { ...table, bytes: new Uint8Array(bytes) });
  if ("refused" in outcome) return outcome;
  const added = await addPasted(await open(), { ...table, text: outcome.text });
  const rows = rowsOf((await open()).session.file, "B1", "sites");
  return { added, names: rows.map(({ cells }) => cells.name) };
}

const csv = (mark: string, ...names: string[]) => names.map((name) => site(name).join(mark)).join("\r\n");

async function workbook(rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const sheet = {
    name: "Sites",
    headings: 0,
    columns: rows[0]?.map(() => ({ width: 10 })) ?? [],
    rows: rows.map((cells) => cells.map((value) => ({ value, kind: "open" as const }))),
  };
  const empty = { ...sheet, name: "Empty", rows: [] };
  return writeWorkbook({ sheets: [empty, sheet], lists: [] }, "ltr");
}

describe("a file with lines is read as if they were pasted", () => {
  test.each<[string, () => Promise<Uint8Array> | Uint8Array, readonly string[]]>([
    ["CSV in UTF-8 with commas", () => new TextEncoder().encode(csv(",", "Sun", "Moon")), ["Sun", "Moon"]],
    [
      "CSV with semicolons in the encoding of Windows",
      () => iconv.encode(csv(";", "Fiação do Ave"), "win1252"),
      ["Fiação do Ave"],
    ],
    ["text with tabs in UTF-16", () => iconv.encode(csv("\t", "Öztürk"), "utf16le", { addBOM: true }), ["Öztürk"]],
    [
      "CSV in a Chinese encoding",
      () => iconv.encode(csv(",", "深圳纺织有限公司", "青岛浩远服装厂", "大连东方针织厂"), "gb18030"),
      ["深圳纺织有限公司", "青岛浩远服装厂", "大连东方针织厂"],
    ],
    [
      "a cell with marks, a comma and a line break",
      () => new TextEncoder().encode(csv(",", '"The ""Sun"", one\n& two"')),
      ['The "Sun", one & two'],
    ],
    [
      "the first sheet of a workbook with something in it",
      () => workbook([site("Star"), site("Moon")]),
      ["Star", "Moon"],
    ],
  ])("%s", async (_, file, names) => {
    expect(await taken(await file())).toEqual({ added: { kind: "saved", added: names.length, left: "" }, names });
  });

  test("200 lines are added, and the line after them is told and stays", async () => {
    const { open } = await asked();
    const lines = Array.from({ length: 201 }, (_, at) => site(`Plant ${at}`).join("\t"));
    const text = lines.join("\n");
    const { found } = await showPaste(await open(), { ...table, text });
    expect(found?.good).toHaveLength(200);
    expect(found?.notes).toEqual(["200 lines are the most. Lines after that are not added."]);
    expect(await addPasted(await open(), { ...table, text })).toEqual({ kind: "saved", added: 200, left: lines[200] });
  });
});

test.each<[string, Uint8Array<ArrayBuffer>, "none" | "unreadable" | "too-large", string]>([
  ["nothing", new Uint8Array(), "none", "Choose a file first."],
  ["only empty lines", new TextEncoder().encode("\n,,\n"), "none", "Choose a file first."],
  ["a picture", new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0, 1]), "unreadable", "cannot be read"],
  ["half a workbook", new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]), "unreadable", "cannot be read"],
  ["more than is ever read", new Uint8Array(5_000_001).fill(65), "too-large", "larger than any questionnaire"],
])("%s is refused in words", async (_, bytes, refused, words) => {
  const { open } = await asked();
  expect(await takeTableFile(await open(), { ...table, bytes })).toEqual({ refused });
  const view = await showPaste(await open(), { ...table, refused });
  expect(view.refused).toContain(words);
});

test("a table that was downloaded with its codes is led to the page that understands them", async () => {
  const { open } = await asked({ B1: { value: { sites: [row("s1", { name: "Ave", country: "PT", workers: 1 })] } } });
  const { lines } = await downloadAnswersCsv(await open(), { part: "B1.sites" });
  let csv = "";
  for await (const line of lines) csv += line;
  const bytes = new TextEncoder().encode(csv);
  expect(await takeTableFile(await open(), { ...table, bytes })).toEqual({ refused: "is-workbook" });
});
