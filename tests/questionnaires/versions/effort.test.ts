import { describe, expect, test } from "vitest";
import { contradictions, openQuestions } from "#questionnaires/walk";
import { forcedLabour } from "#tests/support/questionnaires";
import { answerAll } from "./answering";
import { type Page, smallFirm, smallFirmFacts } from "./small-firm";

/** What stands round the questions, each with what is pressed or chosen there; the receipt is where it ends. */
const around = {
  landing: { pages: 1, clicks: 1 },
  check: { pages: 1, clicks: 1 },
  // Who may see the answers is chosen already; the authority to sign is not.
  sign: { pages: 1, clicks: 2 },
};

/** What else such a firm may answer, and how many pages more that takes. */
const others: readonly (readonly [name: string, typed: Readonly<Record<string, readonly Page[]>>, pages: number])[] = [
  [
    "a material",
    {
      C2: [{ listed: "cotton" }, { rows: { cotton: { country: "US" } } }],
      C3: [{ rows: { cotton: { known: "neither", papers: "no" } } }],
    },
    2,
  ],
  ["no supplier", { L1: [{ suppliers: "0", asked: "0", answered: "0" }] }, -1],
  ["no way to complain", { J1: [{ answer: "none" }] }, -1],
];

describe("a clean small firm without a script", () => {
  const questionnaire = forcedLabour(2);
  const { walk, effort } = answerAll(questionnaire, smallFirm, smallFirmFacts);
  const total = (of: "pages" | "clicks") => Object.values(around).reduce((sum, page) => sum + page[of], effort[of]);

  test("answers all that it is asked, and nothing contradicts", () => {
    expect(openQuestions(walk)).toEqual([]);
    expect(contradictions(walk)).toEqual([]);
    expect([...walk.asked].filter((id) => !effort.questions.includes(id)).sort()).toEqual(["N2", "N3", "O2"]);
  });

  test("needs at most 40 pages and 80 clicks from its link to its receipt", () => {
    expect(questionnaire.definition.straightIn).toBe(true);
    expect(total("pages")).toBeLessThanOrEqual(40);
    expect(total("clicks")).toBeLessThanOrEqual(80);
    // What is typed, without what the browser fills in.
    expect(effort.characters).toBeLessThanOrEqual(140);
  });

  test.each(others)("needs the pages that %s brings or saves, and no others", (_name, other, pages) => {
    const changed = answerAll(questionnaire, { ...smallFirm, ...other }, smallFirmFacts);
    expect(changed.effort.pages - effort.pages).toBe(pages);
  });
});
