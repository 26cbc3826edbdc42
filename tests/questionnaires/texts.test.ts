import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { DefinitionError, loadQuestionnaire } from "#questionnaires/load";
import { completeness, missingKeys, staleKeys, stringKeys, textsNaming, textsOf } from "#questionnaires/texts";
import { forcedLabour } from "#tests/support/questionnaires";
import { textFilesOf } from "#tests/support/text-files";

const questionnaire = forcedLabour(1);
const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

describe("texts", () => {
  it("exist in English for everything that a respondent can see", () => {
    expect(missingKeys(questionnaire, "en")).toEqual([]);
    const { done, all } = completeness(questionnaire, "en");
    expect([done === all, all > 500]).toEqual([true, true]);
  });

  it("say in which language they really are", () => {
    for (const language of questionnaire.languages) {
      const texts = textsOf(questionnaire, language);
      const missing = new Set(missingKeys(questionnaire, language));
      for (const key of ["title", "E1.title", "E1.why", "unsure.dk"]) {
        expect(texts.get(key)?.lang).toBe(missing.has(key) ? "en" : language);
      }
    }
  });

  it("come in the source language to somebody whose language has none", () => {
    const texts = textsOf(questionnaire, "tlh");
    expect(texts.language).toBe("en");
    expect(texts.get("E1.title")).toEqual(textsOf(questionnaire, "en").get("E1.title"));
  });

  it("of an option without words of its own are those that the option has everywhere", () => {
    const texts = textsOf(questionnaire, "en");
    expect(texts.get("E1.answer.option.no")?.text).toBeTruthy();
    expect(texts.get("Z1.answer.option.yes")).toEqual(texts.get("option.yes"));
    expect(texts.get("Z1.answer")).toBeUndefined();
    expect(texts.get("constructor")).toBeUndefined();
  });

  it("are wanted for rows, columns, options and glossary words", () => {
    const { required, optional } = stringKeys(questionnaire);
    expect(required).toEqual(
      expect.arrayContaining([
        "E6.answer.row.buy",
        "B1.sites.column.country",
        "B1.sites.add",
        "C2.materials.none",
        "C1.goods.column.kind.option.it",
        "word.site.meaning",
        "evidence.E1",
        "contradiction.c1",
        "E2.from",
      ]),
    );
    expect(required).not.toContain("E1.answer");
    expect(optional).toEqual(expect.arrayContaining(["E1.answer", "A1.answer.option.whole.note"]));
  });

  it("count as stale once the English text is another", () => {
    expect(staleKeys(questionnaire, "en", sha256)).toEqual([]);
    const foreign = questionnaire.languages.filter((language) => language !== "en");
    for (const language of foreign) {
      const { done } = completeness(questionnaire, language);
      const other = (text: string) => sha256(`${text} `);
      expect(staleKeys(questionnaire, language, other).length).toBeGreaterThanOrEqual(done);
    }
  });
});

describe("texts that name the buyer", () => {
  const { definition } = forcedLabour(2);
  const [english] = textFilesOf(forcedLabour(2));
  const load = (...files: readonly unknown[]) => loadQuestionnaire(definition, files);
  const words = (strings: Readonly<Record<string, string>>, language = "en") => ({ language, strings });

  it("say some word for it while nobody says the name, in the language of the text", () => {
    const french = words({ buyer: "l'acheteur", "B1.title": "Sites pour {{buyer}} ?" }, "fr");
    const texts = textsOf(load(english, french), "fr");
    expect(texts.get("B1.title")).toEqual({ text: "Sites pour l'acheteur ?", lang: "fr" });
    expect(texts.get("C1.title")).toEqual({ text: "What do you supply to the buyer?", lang: "en" });
    expect(texts.get("O2.sharing.option.buyer-and-partners.note")?.text).toMatch(/^The buyer tells you/);
  });

  it("say the name to whoever asks with it, and only where they name the buyer", () => {
    const texts = textsNaming(textsOf(load(english), "en"), (language) => `Acme (${language})`);
    expect(texts.get("C1.title")?.text).toBe("What do you supply to Acme (en)?");
    expect(texts.get("C2.title")).toEqual(textsOf(load(english), "en").get("C2.title"));
    expect(texts.get("nothing")).toBeUndefined();
    expect(() => texts.revision).toThrow("no revision");
  });

  it.each([
    [
      "another name",
      words({ buyer: "the buyer", title: "{{supplier}}" }),
      "texts en: title: it can only insert {{buyer}}",
    ],
    [
      "half of it",
      words({ buyer: "the buyer", title: "Ask {{buyer}" }),
      "texts en: title: it can only insert {{buyer}}",
    ],
    [
      "one inside another",
      words({ buyer: "x", title: "{{{{buyer}}}}" }),
      "texts en: title: it can only insert {{buyer}}",
    ],
    [
      "the buyer, for whom there is no word",
      words({ title: "{{buyer}}" }),
      'texts en: there is no "buyer", though a text inserts it',
    ],
  ])("are refused with %s", (_name, file, problem) => {
    try {
      load(file);
      throw new Error("taken");
    } catch (error) {
      expect(error instanceof DefinitionError && error.problems).toContain(problem);
    }
  });
});
