import { expect, test } from "vitest";
import { applyWorkbook } from "#app/services/supplier/workbook/apply-workbook";
import { downloadAnswersCsv, downloadWorkbook } from "#app/services/supplier/workbook/file/download-workbook";
import { showChanges } from "#app/services/supplier/workbook/show-changes";
import { takeWorkbook } from "#app/services/supplier/workbook/take-workbook";
import { readSheets } from "#app/services/team/supplier-file/workbook/read-sheets";
import { asked } from "#tests/app/supplier/version-2/asked";
import { bytesOfWorkbook, textOf } from "#tests/app/team/own-tables";
import { row } from "#tests/questionnaires/firms";
import { form } from "#tests/support/supplier";
import { bookOf, type Work } from "./handed-in";

const plant = row("s1", { name: "Plant 1", country: "CN", work: "production", workers: 100 });
const start = { B1: { value: { sites: [plant] } }, I1: { value: { hours: 48 } } } as const;

async function handIn(work: Work, bytes: Uint8Array, name = "answers.xlsx") {
  const taken = await takeWorkbook(await work.open(), { name, bytes: new Uint8Array(bytes) });
  if ("refused" in taken) throw new Error(taken.refused);
  return { file: taken.file, view: await showChanges(await work.open(), { file: taken.file }) };
}

test("a workbook is downloaded, filled in, looked at, mended and saved; sent again it changes nothing", async () => {
  const work = await asked(start);
  expect((await bytesOfWorkbook(await downloadWorkbook(await work.open(), {}))).length).toBeGreaterThan(20_000);
  const cells = {
    "I1.hours": "about 60",
    "K3.done": "Both",
    "K3.last-audit": "03/04/2024",
    "B1!B5": "Plant 2",
    "B1!E5": "Vietnam",
  };
  const bytes = await bookOf(work, cells);
  const { view } = await handIn(work, bytes);
  expect(view.changes.map(({ label, after }) => [label, after])).toEqual([
    ["B1 New line: Sites", "Plant 2, Vietnam"],
    ["K3 Which of these did you have?", "Both"],
  ]);
  expect(view.need.map(({ name, problem }) => [name, problem])).toEqual([
    ["fix.I1.hours", "“about 60” cannot be taken: Enter a number, such as 120"],
    ["fix.K3.last-audit", "“03/04/2024” can mean two days."],
  ]);
  const fields = form({ file: view.file, "fix.I1.hours": "60", "fix.K3.last-audit": "2024-04-03" });
  expect(await applyWorkbook(await work.open(), { fields })).toEqual({ kind: "saved", count: 4 });
  const { answers } = (await work.open()).session.file;
  expect(answers.I1?.value).toEqual({ hours: 60 });
  expect(answers.K3?.value).toEqual({ done: "both", "last-audit": "2024-04" });
  expect(answers.B1?.value?.sites).toHaveLength(2);
  expect(await applyWorkbook(await work.open(), { fields })).toEqual({ kind: "saved", count: 0 });
  const again = await handIn(work, bytes);
  expect(again.view.changes).toEqual([]);
  expect((await work.open()).session.file.answers).toEqual(answers);
});

test("what was changed in two places waits for a choice, and the choice is kept to what was seen", async () => {
  const work = await asked(start);
  const bytes = await bookOf(work, { "I1.hours": "60", "I1.rest-days": "5" });
  await work.supplier.answers({ I1: { value: { hours: 52 } } });
  const { view } = await handIn(work, bytes);
  expect(view.need.map(({ name, control }) => [name, control.kind])).toEqual([["take.I1.hours", "sides"]]);
  const open = await applyWorkbook(await work.open(), { fields: form({ file: view.file }) });
  expect(open).toMatchObject({ kind: "saved", count: 1, left: expect.any(Object) });
  expect((await work.open()).session.file.answers.I1?.value).toEqual({ hours: 52, "rest-days": 5 });
  await work.supplier.answers({ I1: { value: { hours: 53, "rest-days": 5 } } });
  const taking = form({ file: view.file, "take.I1.hours": "file" });
  expect(await applyWorkbook(await work.open(), { fields: taking })).toMatchObject({ count: 0 });
  const shown = await handIn(work, bytes);
  const taken = form({ file: shown.view.file, "take.I1.hours": "file" });
  expect(await applyWorkbook(await work.open(), { fields: taken })).toEqual({ kind: "saved", count: 1 });
  expect((await work.open()).session.file.answers.I1?.value).toEqual({ hours: 60, "rest-days": 5 });
});

test("CSV comes back with a mark, in UTF-16 and with semicolons, and formulas stay texts", async () => {
  const work = await asked({ ...start, I1: { value: { hours: 48 }, comment: "=1+1, or so" } });
  const csv = await textOf(await downloadAnswersCsv(await work.open(), { part: "answers" }));
  expect(csv).toContain(`"'=1+1, or so"`);
  const filled = csv.replace(/^(I1\.rest-days,.*?),,,,(answer=)/m, "$1,6,,,$2");
  const wide = new Uint8Array([0xff, 0xfe, ...Buffer.from(filled.slice(1), "utf16le")]);
  const lists = await readSheets(Buffer.from(filled));
  const semicolons = (lists[0]?.rows ?? [])
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(";"))
    .join("\r\n");
  for (const bytes of [Buffer.from(filled), wide, Buffer.from(semicolons)]) {
    const { view } = await handIn(work, new Uint8Array(bytes), "answers.csv");
    expect(view.changes.map(({ key, after }) => [key, after])).toEqual([["I1.rest-days", "6"]]);
  }
  const table = await textOf(await downloadAnswersCsv(await work.open(), { part: "B1.sites" }));
  const rows = `${table},Plant 2,,,Vietnam,Production,,7,\r\n`.replaceAll("\t", " ");
  expect((await handIn(work, Buffer.from(rows), "sites.csv")).view.changes).toMatchObject([
    { after: "Plant 2, Vietnam, Production, 7" },
  ]);
});
