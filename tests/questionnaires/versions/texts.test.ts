import { describe, expect, test } from "vitest";
import { isOpenKey, keysOf, sharedOptionKey } from "#questionnaires/texts/keys";
import { hsChapters, materials } from "#scoring/editions/index";
import { forcedLabour } from "#tests/support/questionnaires";
import { preferredTerms, refusedWords } from "./glossary";
import { fleschKincaidGrade } from "./readability";

const questionnaire = forcedLabour(2);
const strings = questionnaire.texts.get("en")?.strings ?? new Map<string, string>();
const { required, optional } = keysOf(questionnaire.definition);
const texts = [...strings];

describe("the words of version 2", () => {
  test("are there for everything that can be shown, and for nothing else", () => {
    const has = (key: string) => strings.has(key) || strings.has(sharedOptionKey(key) ?? key);
    expect(required.filter((key) => !has(key))).toEqual([]);
    const shown = new Set([...required, ...optional].flatMap((key) => [key, sharedOptionKey(key)]));
    expect(texts.filter(([key]) => !shown.has(key) && !isOpenKey(key)).map(([key]) => key)).toEqual([]);
    expect([...questionnaire.questions.keys()].filter((id) => !strings.has(`${id}.hint`))).toEqual([]);
  });

  test("name every material and every customs chapter of the reference data", () => {
    const listed = [
      ...materials.materials.map(({ id }) => `material.${id}`),
      ...hsChapters.chapters.map(({ chapter }) => `hs.${chapter}`),
    ];
    expect(listed.filter((key) => !strings.has(key))).toEqual([]);
  });

  test("ask for the safety of people wherever a link to North Korea can be told, and praise honesty once", () => {
    for (const id of ["E1", "E2", "E3", "E5", "E8"]) {
      expect(strings.get(`${id}.why`), id).toMatch(/dismiss/);
      expect(strings.get(`${id}.why`), id).toMatch(/safe/);
    }
    for (const key of ["E1.answer", "E2.since-2018", "E3.since-2018"]) {
      expect(strings.get(`${key}.option.yes.opened`)).toMatch(/not.* dismiss anyone or hand anyone over.* do not ship/);
    }
    expect(texts.filter(([, text]) => /honest yes/i.test(text)).map(([key]) => key)).toEqual(["E1.why"]);
  });

  test("promise nothing that the product does not do, and say the signs of forced labour in one way", () => {
    expect(texts.filter(([, text]) => /marked as disclosed|one of the .*signs/i.test(text))).toEqual([]);
    expect(strings.get("unsure.dk.note")).toBe("Counts as unknown. You can change it until you sign.");
    expect(strings.get("unsure.legal.note")).toBe("Counts as unknown.");
  });
});

describe("the readability of version 2", () => {
  /** Questions and what helps to answer them; in a few words alone a grade says nothing. */
  const read = texts.filter(
    ([key, text]) =>
      /^[A-Z]\d+\.(title|hint|why)$/.test(key) ||
      (/\.(hint|note|opened)$|^word\..*meaning$|^declaration\.|^contradiction\./.test(key) &&
        text.split(" ").length >= 10),
  );

  test("is grade 8 or easier, by Flesch-Kincaid, in every question and everything that helps", () => {
    const hard = read.map(([key, text]) => ({ key, grade: Number(fleschKincaidGrade(text).toFixed(1)), text }));
    expect(read.length).toBeGreaterThan(200);
    expect(hard.filter(({ grade }) => grade > 8)).toEqual([]);
  });

  test.each([
    ["The cat sat on the mat.", 0.39 * 6 + 11.8 - 15.59],
    ["Who keeps the keys? We do.", 0.39 * 3 + 11.8 - 15.59],
    ["Organisations demonstrating accountability outperform alternatives.", 0.39 * 5 + (11.8 * 22) / 5 - 15.59],
    ["Paying recruitment fees or related costs is wrong.", 0.39 * 4 + (11.8 * 5) / 4 - 15.59],
  ])("is measured as the formula says: %s", (text, grade) => {
    expect(fleschKincaidGrade(text)).toBeCloseTo(grade, 6);
  });

  test("keeps sentences short enough to read once", () => {
    const sentences = texts.flatMap(([key, text]) =>
      text.split(/(?<=[.?!:;])\s/).map((sentence) => ({ key, sentence })),
    );
    expect(sentences.filter(({ sentence }) => sentence.split(/\s+/).length > 26)).toEqual([]);
  });
});

describe("the terms of version 2", () => {
  test.each(preferredTerms)("%s is called %s", (id, term) => {
    expect(strings.get(`word.${id}.term`)?.toLowerCase()).toBe(term.toLowerCase());
  });

  test.each(refusedWords)("%s is nowhere: the glossary says %s", (refused, _instead) => {
    expect(texts.filter(([key, text]) => !isOpenKey(key) && refused.test(text))).toEqual([]);
  });
});
