import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { termPlaces, termsOf } from "#questionnaires/texts/terms";
import { forcedLabour } from "#tests/support/questionnaires";

const folder = "questionnaires/forced-labour";
const glossary: string[][] = parse(readFileSync(`${folder}/glossary.csv`, "utf8"));
/** Places that a translator chose and wrote down: by language, the keys of texts and the terms said otherwise there. */
const known: Record<string, Record<string, string[]>> = JSON.parse(
  readFileSync(`${folder}/terms-otherwise.json`, "utf8"),
);
const questionnaire = forcedLabour(2);
const english = questionnaire.texts.get("en")?.strings ?? new Map<string, string>();

/** Terms said otherwise, by the key of the text. */
function placesIn(language: string): Record<string, string[]> {
  const own = questionnaire.texts.get(language)?.strings ?? new Map<string, string>();
  const found: Record<string, string[]> = {};
  for (const { key, term } of termPlaces(termsOf(glossary, language), english, own))
    found[key] = [...(found[key] ?? []), term];
  return found;
}

describe.each(questionnaire.languages.filter((tag) => tag !== "en"))("the terms of the glossary in %s", (language) => {
  test("are those that are used, but for the places that are written down", () => {
    expect(placesIn(language), `Use the term, or write the place down in ${folder}/terms-otherwise.json`).toEqual(
      known[language],
    );
  });
});

describe("a term of the glossary", () => {
  const terms = termsOf(
    [
      ["term_en", "meaning_en", "de"],
      ["labour agent", "", "Arbeitsvermittler (Vermittler)"],
    ],
    "de",
  );
  const source = new Map([["a", "Ask your labour agents"]]);
  test.each([
    ["Fragen Sie Ihre Arbeitsvermittlerinnen", []],
    ["Fragen Sie Ihre Vermittler", []],
    ["Fragen Sie Ihre Agenten", ["labour agent"]],
    ["{{Vermittler}} fragen", ["labour agent"]],
  ])("is looked for in “%s”", (text, missed) => {
    expect(termPlaces(terms, source, new Map([["a", text]])).map(({ term }) => term)).toEqual(missed);
  });
});
