import { readXlsx, writeXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, test } from "vitest";
import { downloadWorkbook } from "#app/services/supplier/workbook/file/download-workbook";
import { showChanges } from "#app/services/supplier/workbook/show-changes";
import { takeWorkbook } from "#app/services/supplier/workbook/take-workbook";
import { asked } from "#tests/app/supplier/version-2/asked";
import { row } from "#tests/questionnaires/firms";
import { filledByOffice, office, type TypedCell } from "#tests/support/office";

const languages = ["en", "ar", "zh-Hans"] as const;
type Tag = (typeof languages)[number];

const original = {
  en: "We see the original identity document",
  ar: "نطّلع على وثيقة الهوية الأصلية",
  "zh-Hans": "我们查看身份证件原件",
};
const database = {
  en: "We check the permit in an official database",
  ar: "نتحقق من التصريح في قاعدة بيانات رسمية",
  "zh-Hans": "我们在官方数据库中核查许可证件",
};
const no = { en: "No", ar: "لا", "zh-Hans": "没有" };

type Typed = { readonly text: string; readonly isFigure?: true; readonly back?: string };

/** What is typed by the code of its box, and how it comes back where that is another text. */
const typedIn = (tag: Tag): Readonly<Record<string, Typed>> => ({
  "A2.number": { text: "00042" },
  "A3.name": { text: "=Rita & “R.” Alves" },
  "A3.job": { text: "مديرة الموارد، 人事" },
  "B1!B5": { text: "名前; Plant 2" },
  "E1.answer": { text: no[tag] },
  "E9.answer": { text: `${original[tag]}; permit-database`, back: `${original[tag]}; ${database[tag]}` },
  "I1.hours": { text: "60", isFigure: true },
  "I1.rest-days": { text: "many" },
  "L1.suppliers": { text: "12", isFigure: true },
  "L1.asked": { text: "٣", back: "3" },
  "L3.answer": { text: "40%", back: "40" },
});

async function aBook(language: Tag) {
  const plant = row("s1", { name: "Plant 1", country: "CN", work: "production", workers: 100 });
  const answers = { A1: { value: { answer: "whole" } }, B1: { value: { sites: [plant] } } };
  const work = await asked(answers, language);
  const { body } = await downloadWorkbook(await work.open(), {});
  const bytes = new Uint8Array(await new Response(body).arrayBuffer());
  return { work, bytes, cells: await cellsOf(bytes, typedIn(language)) };
}

/** Where each thing is typed, by the ids that stand in the file. */
async function cellsOf(bytes: Uint8Array, typed: Readonly<Record<string, Typed>>): Promise<readonly TypedCell[]> {
  const { sheets } = await readXlsx(bytes);
  return Object.entries(typed).flatMap(([box, { text, isFigure = false }]) =>
    sheets.flatMap(({ name, rows }): TypedCell[] => {
      if (box === `${name}!B5`) return [{ sheet: name, row: 4, column: 1, text }];
      const column = rows[0]?.indexOf("avow:answer") ?? -1;
      const row = rows.findIndex(([id]) => id === box);
      return column < 0 || row < 0 ? [] : [{ sheet: name, row, column, text, isFigure }];
    }),
  );
}

/** The same cells, written by a library. */
async function filledByLibrary(bytes: Uint8Array, cells: readonly TypedCell[]): Promise<Uint8Array<ArrayBuffer>> {
  const { sheets } = await readXlsx(bytes);
  const filled = sheets.map(({ name, rows }) => {
    const own = rows.map((cellsOfRow) => [...cellsOfRow]);
    for (const { sheet, row: at, column, text, isFigure } of cells) {
      if (sheet !== name) continue;
      while (own.length <= at) own.push([]);
      const line = own[at] ?? [];
      while (line.length <= column) line.push(null);
      line[column] = isFigure ? Number(text) : text;
    }
    return { name, rows: own };
  });
  return new Uint8Array(await writeXlsx({ sheets: filled }));
}

/** What the file would change, by its box; and which boxes are asked about again, each with words that name its cell. */
async function readBack({ open }: Awaited<ReturnType<typeof asked>>, bytes: Uint8Array<ArrayBuffer>) {
  const taken = await takeWorkbook(await open(), { name: "filled.xlsx", bytes });
  if ("refused" in taken) throw new Error(taken.refused);
  const { changes, need } = await showChanges(await open(), { file: taken.file });
  return {
    changes: Object.fromEntries(changes.map(({ key, after }) => [key, after])),
    told: need.map(({ name, place }) => [name, /\bI\b/.test(place) && place.includes("D4")]),
  };
}

const books = new Map<Tag, Awaited<ReturnType<typeof aBook>>>();
const filled = new Map<string, Uint8Array<ArrayBuffer>>();

beforeAll(async () => {
  for (const language of languages) {
    const book = await aBook(language);
    books.set(language, book);
    filled.set(`${language} by a library`, await filledByLibrary(book.bytes, book.cells));
  }
  if (!office) return;
  const byOffice = filledByOffice([...books.values()]);
  for (const [at, language] of languages.entries()) {
    const bytes = byOffice[at];
    if (bytes) filled.set(`${language} by LibreOffice`, bytes);
  }
});

describe.each(languages)("a workbook that was filled in elsewhere, in %s", (language) => {
  const comesBack = async (by: string) => {
    const [book, bytes] = [books.get(language), filled.get(`${language} ${by}`)];
    if (!book || !bytes) throw new Error(`no workbook in ${language} ${by}`);
    const { "I1.rest-days": _, "B1!B5": site, ...others } = typedIn(language);
    const back = Object.entries(others).map(([box, { text, back: other }]) => [box, other ?? text]);
    expect(await readBack(book.work, bytes)).toEqual({
      changes: { ...Object.fromEntries(back), "B1.sites.B1!B5": site?.text },
      told: [["fix.I1.rest-days", true]],
    });
  };

  test("by a library comes back as typed, or is told by its cell", () => comesBack("by a library"));

  test.skipIf(!office)("by LibreOffice comes back as typed, or is told by its cell", () => comesBack("by LibreOffice"));
});
