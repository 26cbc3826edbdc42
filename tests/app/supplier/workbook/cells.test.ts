import { expect, test } from "vitest";
import { asked } from "#tests/app/supplier/version-2/asked";
import { row } from "#tests/questionnaires/firms";
import { answersOf, proposalOf, sheetsOf, told, typed } from "./handed-in";

const plant = row("s1", { name: "Plant 1", country: "CN", work: "production", workers: 100 });
const start = {
  B1: { value: { sites: [plant] } },
  E1: { value: { answer: "no" } },
  I1: { value: { hours: 48 } },
} as const;

test("a file in which nothing was typed changes nothing, in any language", async () => {
  for (const language of ["en", "ar", "zh-Hans", "de"]) {
    const work = await asked(start, language);
    const { findings, answers, found } = await proposalOf(work, await sheetsOf(work, language));
    expect([...answers]).toEqual([]);
    expect(findings.map(({ kind }) => kind).filter((kind) => kind !== "same")).toEqual([]);
    expect(found.strange).toEqual([]);
    expect(findings).toHaveLength(7);
  }
});

test("answers are taken cell by cell, and a question that another cell brings is asked", async () => {
  const work = await asked(start);
  const sheets = typed(await sheetsOf(work), {
    "I1.hours": "60",
    "E2.since-2018": "Yes",
    "E2.from": "2018-03",
    "B1!B5": "Plant 2",
    "B1!E5": "Vietnam",
    "B1!F5": "Production",
    "B1!H5": "12",
  });
  const proposal = await proposalOf(work, sheets);
  expect(told(proposal)).toEqual([
    "B1.sites.B1!B5 change",
    "E2.since-2018 change",
    "E2.from change",
    "I1.hours change",
  ]);
  const answers = answersOf(proposal);
  expect(answers.I1?.value).toEqual({ hours: 60 });
  expect(answers.E2?.value).toEqual({ "since-2018": "yes", from: "2018-03" });
  expect(answers.B1?.value?.sites).toEqual([
    plant,
    { id: expect.any(String), cells: { name: "Plant 2", country: "VN", work: "production", workers: 12 } },
  ]);
});

test("what cannot be read is told by its cell, and the rest is taken", async () => {
  const work = await asked(start);
  const sheets = typed(await sheetsOf(work), {
    "I1.hours": "about 40",
    "I1.rest-days": "4",
    "E1.answer": "Perhaps",
    "M1.answer": "Yes",
    "K3.done": "Both",
    "K3.last-check": "2026-01",
    "K3.last-audit": "03/04/2024",
    "D5.answer": "Under eighteen",
    "E6.answer.buy": "May be",
  });
  const proposal = await proposalOf(work, sheets);
  const open = proposal.findings.filter(({ kind }) => kind === "invalid");
  expect(open.map(({ box, sheet, error }) => [box, sheet, typeof error === "object" ? error.code : error])).toEqual([
    ["D5.answer", "D", "unknown-option"],
    ["E1.answer", "E", "unknown-option"],
    ["E6.answer.buy", "E", "unknown-option"],
    ["I1.hours", "I", "not-a-number"],
    ["K3.last-audit", "K", "ambiguous-date"],
  ]);
  expect(open.at(-1)?.days).toEqual(["2024-04-03", "2024-03-04"]);
  expect(answersOf(proposal).K3?.value).toEqual({ done: "both", "last-check": "2026-01" });
  expect(answersOf(proposal).I1?.value).toEqual({ hours: 48, "rest-days": 4 });
});

test("empty cells delete nothing, and rows that are gone stay", async () => {
  const work = await asked(start);
  const sheets = (await sheetsOf(work)).map(({ name, rows }) => ({
    name,
    rows: rows.flatMap((row, at) =>
      at < 3 ? [row] : name === "B1" ? [] : [row.map((cell, column) => (column === 3 ? "" : cell))],
    ),
  }));
  const { findings, answers } = await proposalOf(work, sheets);
  expect([...answers]).toEqual([]);
  expect(findings.filter(({ kind }) => kind !== "same")).toEqual([]);
});

test("an answer that was saved meanwhile is never overwritten unasked", async () => {
  const work = await asked(start);
  const before = await sheetsOf(work);
  await work.supplier.answers({ I1: { value: { hours: 50 } }, E1: { value: { answer: "yes" } } });
  const sheets = typed(before, { "I1.hours": "60" });
  const proposal = await proposalOf(work, sheets);
  expect(told(proposal)).toEqual(["E1.answer kept", "I1.hours conflict"]);
  expect([...proposal.answers]).toEqual([]);
  const [conflict] = proposal.findings.filter(({ kind }) => kind === "conflict");
  expect(conflict).toMatchObject({ before: "50", after: "60" });
});

test("a reason and an answer never stand together unseen", async () => {
  const work = await asked(start);
  const sheets = await sheetsOf(work);
  const at = (box: string) => {
    const sheet = sheets.find(({ rows }) => rows.some(([id]) => id === box));
    return `${sheet?.name}!E${(sheet?.rows.findIndex(([id]) => id === box) ?? 0) + 1}`;
  };
  const legal = "Cannot answer on legal advice";
  const both = await proposalOf(work, typed(sheets, { [at("I1.hours")]: legal }));
  expect(told(both)).toEqual(["I1.unsure invalid"]);
  const instead = await proposalOf(work, typed(sheets, { [at("I1.hours")]: legal, "I1.hours": "" }));
  expect(answersOf(instead)).toEqual({ I1: { unsure: "legal" } });
  await work.supplier.answers({ I1: { unsure: "legal" } });
  const back = await proposalOf(work, typed(await sheetsOf(work), { "I1.hours": "44" }));
  expect(answersOf(back)).toEqual({ I1: { value: { hours: 44 } } });
});
