import { describe, expect, test } from "vitest";
import { findQuestionnaire } from "#questionnaires/index";
import { isOpenKey, keysOf, sharedOptionKey } from "#questionnaires/texts/keys";
import { hsChapters, materials } from "#scoring/editions/index";

const loaded = findQuestionnaire("forced-labour", 1);
if (loaded === undefined) throw new Error("The built-in questionnaire is not there");
const { required, optional } = keysOf(loaded.definition);
const strings = loaded.texts.get("en")?.strings ?? new Map<string, string>();

/** Words of each sentence, by key. Text in Latin script, so spaces part words. */
const sentences = [...strings].flatMap(([key, text]) =>
  text.split(/(?<=[.?!:;])\s/).map((sentence) => ({ key, sentence, words: sentence.split(/\s+/).length })),
);

describe("the English questionnaire", () => {
  test("has words for everything that the definition can show", () => {
    const missing = required.filter((key) => !strings.has(key) && !strings.has(sharedOptionKey(key) ?? key));
    expect(missing).toEqual([]);
  });

  test("gives every question a line of help", () => {
    expect([...loaded.questions.keys()].filter((id) => !strings.has(`${id}.hint`))).toEqual([]);
  });

  test("has no words left over that nothing shows", () => {
    const shown = new Set([
      ...required,
      ...optional,
      ...required.map(sharedOptionKey),
      ...optional.map(sharedOptionKey),
    ]);
    expect([...strings.keys()].filter((key) => !shown.has(key) && !isOpenKey(key))).toEqual([]);
  });

  test("names every material and every customs chapter of the reference data, and no others", () => {
    const listed = [
      ...materials.materials.map(({ id }) => `material.${id}`),
      ...hsChapters.chapters.map(({ chapter }) => `hs.${chapter}`),
    ];
    expect([...strings.keys()].filter((key) => /^(material|hs)\./.test(key)).sort()).toEqual(listed.sort());
  });

  test("numbers the clauses of the declaration without a gap", () => {
    const clauses = [...strings.keys()].filter((key) => key.startsWith("declaration."));
    expect(clauses).toEqual(clauses.map((_, index) => `declaration.${index + 1}`));
    expect(clauses.length).toBeGreaterThanOrEqual(4);
  });

  test("keeps sentences short enough to read once", () => {
    expect(sentences.filter(({ words }) => words > 26)).toEqual([]);
    const average = sentences.reduce((sum, { words }) => sum + words, 0) / sentences.length;
    expect(average).toBeLessThan(14);
  });

  test("keeps the names in lists to six words", () => {
    const long = [...strings].filter(([key, text]) => key.endsWith(".short") && text.split(/\s+/).length > 6);
    expect(long).toEqual([]);
  });

  test("asks for the safety of people wherever a link to North Korea can be told", () => {
    for (const id of ["E1", "E2", "E3", "E5", "E8"]) {
      const why = strings.get(`${id}.why`) ?? "";
      expect(why, id).toMatch(/dismiss/);
      expect(why, id).toMatch(/safe/);
      expect(why, id).toMatch(/honest yes with a plan/);
    }
    for (const id of ["E1", "E2", "E3"])
      expect(strings.get(`${id}.answer.option.yes.opened`)).toMatch(/not.* dismiss anyone or hand anyone over/);
  });

  test("says that goods are not shipped, never that orders are held, which can be read as stopping the work", () => {
    expect([...strings].filter(([, text]) => /\bhold(ing)? (the|any|these|those) (orders|goods)/i.test(text))).toEqual(
      [],
    );
    for (const id of ["E1", "E2", "E3"]) expect(strings.get(`${id}.answer.option.yes.opened`)).toMatch(/do not ship/);
    const arabic = loaded.texts.get("ar")?.strings ?? new Map<string, string>();
    expect([...arabic].filter(([, text]) => /علّقوا|وتعليق هذه/.test(text))).toEqual([]);
  });

  test("does not count people who left North Korea and are citizens of another country now", () => {
    expect(strings.get("word.dprk-national.meaning")).toMatch(/left North Korea.* another country are not counted/);
    expect(loaded.texts.get("ar")?.strings.get("word.dprk-national.meaning")).toMatch(/ولا يُحسب من غادروا/);
    expect(loaded.texts.get("zh-Hans")?.strings.get("word.dprk-national.meaning")).toMatch(
      /其他国家公民的人员不计在内/,
    );
  });
});
