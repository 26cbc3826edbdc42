import { strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { showChanges } from "#app/services/supplier/workbook/show-changes";
import { takeWorkbook } from "#app/services/supplier/workbook/take-workbook";
import type { ReadSheet } from "#questionnaires/workbook/sheets";
import { asked } from "#tests/app/supplier/version-2/asked";
import { row } from "#tests/questionnaires/firms";
import { office, savedByOffice } from "#tests/support/office";
import { answersOf, bookOf, proposalOf, sheetsOf, told, typed, type Work } from "./handed-in";

const plant = row("s1", { name: "Plant 1", country: "CN", work: "production", workers: 100 });
const start = {
  A1: { value: { answer: "whole" } },
  B1: { value: { sites: [plant] } },
  I1: { value: { hours: 48 } },
} as const;

let work: Work;
let sheets: readonly ReadSheet[];
beforeAll(async () => {
  work = await asked(start);
  sheets = await sheetsOf(work);
});

const answerTo = async (changed: readonly ReadSheet[], question: string) =>
  answersOf(await proposalOf(work, changed))[question]?.value;

describe("what people type into a cell", () => {
  test.each<[string, Record<string, string>, string, unknown]>([
    ["Arabic digits", { "I1.hours": "٦٠" }, "I1", { hours: 60 }],
    ["wide digits", { "I1.hours": "６０" }, "I1", { hours: 60 }],
    ["Bengali digits", { "I1.hours": "৬০" }, "I1", { hours: 60 }],
    ["spaces that nobody sees", { "I1.hours": "\u00a060 \t" }, "I1", { hours: 60 }],
    ["a figure with decimals of zero", { "I1.hours": "60.0" }, "I1", { hours: 60 }],
    ["a share with its sign", { "L3.answer": "40%" }, "L3", { answer: 40 }],
    ["a share with a comma", { "L3.answer": "12,5" }, "L3", { answer: 12.5 }],
    [
      "a day that a program counts",
      { "E2.since-2018": "Yes", "E2.from": "43160" },
      "E2",
      { "since-2018": "yes", from: "2018-03" },
    ],
    [
      "a day with its hour",
      { "E2.since-2018": "Yes", "E2.from": "2018-03-31T00:00:00" },
      "E2",
      { "since-2018": "yes", from: "2018-03" },
    ],
    [
      "a day with points",
      { "E2.since-2018": "Yes", "E2.from": "31.03.2018" },
      "E2",
      { "since-2018": "yes", from: "2018-03" },
    ],
    [
      "a month in Chinese",
      { "E2.since-2018": "Yes", "E2.from": "2018年3月" },
      "E2",
      { "since-2018": "yes", from: "2018-03" },
    ],
    [
      "a month by its name",
      { "E2.since-2018": "Yes", "E2.from": "März 2018" },
      "E2",
      { "since-2018": "yes", from: "2018-03" },
    ],
    [
      "a date that is not known",
      { "E2.since-2018": "Yes", "E2.from": "I do not know" },
      "E2",
      { "since-2018": "yes", from: "unknown" },
    ],
    ["a label in another language", { "A1.answer": "sites" }, "A1", { answer: "sites" }],
    ["a label in other letters", { "E1.answer": "  NO " }, "E1", { answer: "no" }],
    ["an id in the place of a label", { "E3.since-2018": "no-asked" }, "E3", { "since-2018": "no-asked" }],
    [
      "several with semicolons",
      { "E9.answer": "original-seen; permit-database" },
      "E9",
      { answer: ["original-seen", "permit-database"] },
    ],
    [
      "several with Chinese marks",
      { "A3.name": "Rita", "A3.helpers": "hr、legal" },
      "A3",
      { name: "Rita", helpers: ["hr", "legal"] },
    ],
    ["a formula as a text", { "A3.name": "=cmd|' /C calc'!A0" }, "A3", { name: "=cmd|' /C calc'!A0" }],
    ["an address that a program makes a link of", { "A2.name": "@Home Ltd" }, "A2", { name: "@Home Ltd" }],
    ["a figure in the place of a text", { "A2.number": "42" }, "A2", { number: "42" }],
  ])("%s", async (_, cells, question, value) => {
    expect(await answerTo(typed(sheets, cells), question)).toEqual(value);
  });

  test.each<[string, Record<string, string>, readonly string[]]>([
    ["words for a figure", { "I1.hours": "about 40" }, ["I1.hours invalid"]],
    ["a half person", { "D4.answer": "3.5" }, ["D4.answer invalid"]],
    ["more than there can be", { "L3.answer": "140" }, ["L3.answer invalid"]],
    [
      "a day that is not there",
      { "E2.since-2018": "Yes", "E2.from": "2018-13" },
      ["E2.since-2018 change", "E2.from invalid"],
    ],
    [
      "an end before its beginning",
      { "E2.since-2018": "Yes", "E2.from": "2019-03", "E2.to": "2018-01" },
      ["E2.since-2018 change", "E2.from change", "E2.to invalid"],
    ],
    ["what cannot stand beside others", { "B2.answer": "none; prison" }, ["B2.answer invalid"]],
    ["an answer that nobody offered", { "E1.answer": "TRUE" }, ["E1.answer invalid"]],
    ["a formula without a result", { "A3.name": "#VALUE!" }, ["A3.name invalid"]],
    ["a text that is too long", { "A3.name": "x".repeat(9000) }, ["A3.name invalid"]],
    [
      "an answer to what is not asked",
      { "E2.since-2018": "No", "E2.from": "2018-01" },
      ["E2.since-2018 change", "E2.from not-asked"],
    ],
    ["a site without a name", { "B1!E5": "Vietnam" }, ["B1.sites.B1!B5.country invalid"]],
    [
      "a country that is none",
      { "B1!B5": "Plant 2", "B1!E5": "Atlantis" },
      ["B1.sites.B1!B5 change", "B1.sites.B1!B5.country invalid"],
    ],
  ])("%s is told, and nothing else is lost", async (_, cells, findings) => {
    const proposal = await proposalOf(work, typed(sheets, cells));
    expect(told(proposal)).toEqual(findings);
  });

  test("labels of every language are understood in every other", async () => {
    for (const language of ["ar", "zh-Hans", "ko", "th", "bn", "de"]) {
      const theirs = await sheetsOf(await asked({ ...start, E1: { value: { answer: "no" } } }, language), language);
      const answer = theirs.flatMap(({ rows }) => rows).find(([id]) => id === "E1.answer")?.[3] ?? "";
      expect(answer).not.toBe("");
      expect(await answerTo(typed(sheets, { "E1.answer": answer }), "E1")).toEqual({ answer: "no" });
    }
  });
});

describe("what programs and people do to sheets", () => {
  const filled = () => typed(sheets, { "I1.hours": "60" });
  const each = (change: (rows: readonly (readonly string[])[], name: string) => readonly (readonly string[])[]) =>
    filled().map(({ name, rows }) => ({ name, rows: change(rows, name) }));

  test.each<[string, () => readonly ReadSheet[]]>([
    ["renamed sheets", () => filled().map((sheet, at) => ({ ...sheet, name: `Sheet ${at}` }))],
    ["sheets in another order", () => [...filled()].reverse()],
    ["moved columns", () => each((rows) => rows.map((cells) => [...cells].reverse()))],
    ["a column before all others", () => each((rows) => rows.map((cells) => ["", ...cells]))],
    ["rows in another order", () => each((rows) => [...rows.slice(0, 3), ...rows.slice(3).reverse()])],
    ["rows above the names of columns", () => each((rows) => [[], [""], ...rows])],
    ["other rows taken out", () => each((rows) => rows.filter(([id = ""]) => !/^[A-H]\d/.test(id)))],
    ["only the sheet that was filled in", () => filled().filter(({ name }) => name === "I")],
    [
      "a sheet that was copied",
      () =>
        [...filled(), ...filled().map((one) => ({ ...one, name: `${one.name} (2)` }))].filter(
          ({ name }) => !/^[A-H]. \(2\)$/.test(name),
        ),
    ],
    ["the row of marks taken out", () => each((rows, name) => (name === "I" ? rows.slice(1) : rows))],
    [
      "the column of what was seen taken out",
      () => each((rows) => rows.map((cells) => cells.map((cell) => (/^(answer|name)=/.test(cell) ? "" : cell)))),
    ],
  ])("%s", async (name, change) => {
    const proposal = await proposalOf(work, change());
    const isUnseen = name.includes("seen") || name.includes("marks");
    // Without what was seen, nobody knows whether the kept answer is newer: somebody has to say.
    expect(told(proposal).filter((one) => one.startsWith("I1"))).toEqual([
      isUnseen ? "I1.hours conflict" : "I1.hours change",
    ]);
    expect(proposal.findings.filter(({ kind }) => kind === "invalid")).toEqual([]);
  });

  test("names of columns in another language do without marks", async () => {
    const arabic = await asked(start, "ar");
    const theirs = typed(await sheetsOf(arabic, "ar"), { "I1.rest-days": "5", "B1!B5": "Plant 2", "B1!E5": "Vietnam" });
    const bare = theirs.map(({ name, rows }) => ({ name, rows: rows.slice(1) }));
    const { answers } = await proposalOf(work, bare);
    expect([...answers.keys()]).toEqual(["B1", "I1"]);
    expect(answers.get("I1")?.value).toEqual({ hours: 48, "rest-days": 5 });
  });

  test("cells beside the questions, ids that nobody knows and two answers to one question are told and not taken", async () => {
    const changed = typed(sheets, {
      "I!H3": "mine",
      "F!A20": "X9.old",
      "F!D20": "an answer",
      "F!A21": "I1.hours",
      "F!D21": "70",
      "I!D3": "60",
    });
    const { found, answers } = await proposalOf(work, changed);
    expect(found.strange.map(({ sheet, cell }) => `${sheet}!${cell}`).sort()).toEqual(["F!D20", "F!D21", "I!H3"]);
    expect([...answers.keys()]).toEqual(["I1"]);
  });

  test("a blank workbook changes nothing", async () => {
    expect((await proposalOf(work, [{ name: "Sheet1", rows: [] }])).findings).toEqual([]);
    expect((await proposalOf(work, [])).findings).toEqual([]);
  });

  test("ids of a questionnaire of another version are found by question and part", async () => {
    const older = typed(
      [
        {
          name: "E",
          rows: [
            ["avow:id", "avow:answer"],
            ["E1.answer", "No"],
            ["E2.from", "2018-02"],
            ["J9.gone", "x"],
          ],
        },
      ],
      {},
    );
    const proposal = await proposalOf(work, older);
    expect(told(proposal)).toEqual(["E1.answer change", "E2.from not-asked"]);
    expect(proposal.found.strange).toHaveLength(1);
  });
});

describe("files that are no answers", () => {
  const refused = async (bytes: Uint8Array) => {
    const taken = await takeWorkbook(await work.open(), { name: "a.xlsx", bytes: new Uint8Array(bytes) });
    return "refused" in taken ? taken.refused : "read";
  };
  const changed = (book: Uint8Array, parts: Record<string, string>) =>
    zipSync({
      ...unzipSync(book),
      ...Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
    });

  test("macros, other files and links, bombs, locked files and other kinds are refused with the reason", async () => {
    const book = await bookOf(work, {});
    expect(await refused(book)).toBe("read");
    const types = new TextDecoder().decode(unzipSync(book)["[Content_Types].xml"]);
    const macros = types.replace(
      "</Types>",
      '<Override PartName="/xl/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
    );
    expect(await refused(changed(book, { "[Content_Types].xml": macros, "xl/vbaProject.bin": "x" }))).toBe("macros");
    expect(await refused(changed(book, { "xl/embeddings/oleObject1.bin": "x" }))).toBe("links");
    expect(await refused(new Uint8Array(0))).toBe("none");
    expect(await refused(new Uint8Array(5_000_001))).toBe("too-large");
    expect(await refused(zipSync({ "a.txt": strToU8("x") }))).toBe("unreadable");
    expect(await refused(strToU8("%PDF-1.7\n%âãÏÓ\n"))).toBe("unreadable");
    expect(await refused(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0]))).toBe(
      "unreadable",
    );
    const bomb = Buffer.from(zipSync({ ...unzipSync(book), "xl/media/a.bin": new Uint8Array(5_000_000) }));
    expect(await refused(bomb)).toBe("read");
    // What it claims to unpack to in its directory: ten bytes.
    bomb.writeUInt32LE(10, bomb.lastIndexOf("xl/media/a.bin") - 46 + 24);
    expect(await refused(bomb)).toBe("unreadable");
  });

  test.skipIf(!office)("what LibreOffice saves comes back as it was typed", async () => {
    const book = await bookOf(work, {
      "I1.hours": "60",
      "E1.answer": "No",
      "A3.name": "=1+1",
      "B1!B5": "00042",
      "B1!E5": "Vietnam",
    });
    const saved = savedByOffice(book, "xlsx", "xlsx");
    const taken = await takeWorkbook(await work.open(), { name: "a.xlsx", bytes: saved });
    if ("refused" in taken) throw new Error(taken.refused);
    const view = await showChanges(await work.open(), { file: taken.file });
    expect(view.need).toEqual([]);
    expect(view.changes.map(({ key, after }) => [key, after])).toEqual([
      ["A3.name", "=1+1"],
      ["B1.sites.B1!B5", "00042, Vietnam"],
      ["E1.answer", "No"],
      ["I1.hours", "60"],
    ]);
  });
});
