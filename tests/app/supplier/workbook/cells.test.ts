import { expect, test } from "vitest";
import { asked } from "#tests/app/supplier/version-2/asked";
import { row } from "#tests/questionnaires/firms";
import { answersOf, proposalOf, sheetsOf, told, typed } from "./handed-in";

const plant = row("s1", { name: "Plant 1", country: "CN", work: "production", workers: 100 });
const start = { B1: { value: { sites: [plant] } }, E1: { value: { answer: "no" } }, I1: { value: { hours: 48 } } } as const;

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
