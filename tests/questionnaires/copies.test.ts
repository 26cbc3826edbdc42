import { expect, test } from "vitest";
import type { Answer, Answers, PartValue } from "#questionnaires/answers";
import { areAllFirstChoices, longTexts, walk } from "#questionnaires/walk";
import { forcedLabour } from "#tests/support/questionnaires";
import { cleanFirm, highRisk, lowRisk, row } from "./firms";

const questionnaire = forcedLabour(1);
const said = (answers: Answers) => longTexts(walk(questionnaire, answers, highRisk));

/** Every choice, answered by its first one. */
function firstChoices(): Answers {
  const chosen = questionnaire.plan.pages.map(({ id, parts }): [string, Answer] => {
    const first = parts.flatMap((part): [string, PartValue][] => {
      if (!("options" in part) || part.options === undefined) return [];
      const [option = ""] = part.options;
      if (part.type === "matrix") return [[part.id, Object.fromEntries(part.rows.map((row) => [row, option]))]];
      return [[part.id, part.type === "many" ? [option] : option]];
    });
    return [id, { value: { ...cleanFirm[id]?.value, ...Object.fromEntries(first) } }];
  });
  return Object.fromEntries(chosen);
}

const areFirst = (answers: Answers, but: readonly string[] = []) =>
  areAllFirstChoices(walk(questionnaire, answers, lowRisk), new Set(but));

test("answers that are all the first choice are seen, and one other, or one left open, is enough not to", () => {
  const answers = firstChoices();
  expect(areFirst(answers)).toBe(true);
  expect(areFirst({ ...answers, G1: { value: { answer: "own-locker" } } })).toBe(false);
  expect(areFirst({ ...answers, G2: { unsure: "dk" } })).toBe(false);
  expect(areFirst({ ...answers, H1: { value: { answer: ["own-account", "cash-payslip"] } } })).toBe(false);
  expect(areFirst(cleanFirm)).toBe(false);
});

test("what was signed another day is not counted, and few choices say nothing", () => {
  const answers = { ...firstChoices(), G1: { value: { answer: "own-locker" } } };
  expect(areFirst(answers, ["G1"])).toBe(true);
  expect(areFirst({ F5: { value: { answer: "yes" } } })).toBe(false);
  expect(areFirst({})).toBe(false);
});

test("a longer text is the same without case, spaces and points, in whatever way it was typed", () => {
  const text = "All workers get their contract in their own language, before they travel.";
  const typed = [
    text,
    `  ${text.toUpperCase()}\n`,
    text.replaceAll(" ", "\u00a0"),
    text.replaceAll(",", " –"),
    text.normalize("NFKD"),
  ];
  const marks = typed.map((comment) => said({ ...cleanFirm, G1: { value: { answer: "worker" }, comment } })[0]);
  expect(new Set(marks.map((one) => one?.text)).size).toBe(1);
  expect(marks[0]?.question).toBe("G1");
});

test("a text of Chinese, Japanese or Korean says as much in half the signs", () => {
  const length = (comment: string) => said({ ...cleanFirm, G1: { value: { answer: "worker" }, comment } }).length;
  expect(length("所有工人在出发前都会收到用母语写成的合同文本")).toBe(1);
  expect(length("所有工人都有合同")).toBe(0);
  expect(length("모든 근로자는 출국 전에 모국어로 작성된 계약서를 받습니다")).toBe(1);
});

test("names, numbers, addresses and short remarks are no texts", () => {
  const address = "Rua das Oliveiras 1, 4800-000 Guimarães, third floor, behind the station";
  const sites = [row("s1", { name: "x".repeat(60), address, country: "PT", activity: "Spinning", workers: 60 })];
  expect(
    said({ ...cleanFirm, B1: { value: { sites } }, G1: { value: { answer: "worker" }, comment: "See K1" } }),
  ).toEqual([]);
});

test("texts in the rows of tables are found by their question, each once", () => {
  const issue = "Some agents ask workers for a deposit although their contract forbids it";
  const actions = [
    row("n1", { issue, action: "We stop", question: "F5", responsible: "HR", due: "2027-01-31" }),
    row("n2", { issue, action: "We repay", question: "F5", responsible: "HR", due: "2027-02-28" }),
  ];
  const found = longTexts(walk(forcedLabour(2), { N2: { value: { actions } } }, highRisk));
  expect(found.map(({ question }) => question)).toEqual(["N2"]);
});
