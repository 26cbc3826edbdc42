import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { fingerprintsOf } from "#questionnaires/fingerprints/fingerprints";
import { DefinitionError, type LoadedQuestionnaire, loadQuestionnaire } from "#questionnaires/load";
import { completeness, missingKeys, textsOf } from "#questionnaires/texts";
import { openQuestions, walk } from "#questionnaires/walk";
import { forcedLabour } from "#tests/support/questionnaires";
import { textFilesOf } from "#tests/support/text-files";

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

/** A questionnaire `survey@1` that asks one question, in English and in German where there are words. */
function survey(title: string, german?: string, shown?: object): LoadedQuestionnaire {
  const definition = {
    id: "survey",
    version: 1,
    sourceLanguage: "en",
    regimes: [],
    groups: ["all"],
    sections: [
      {
        id: "A",
        group: "all",
        questions: [
          {
            id: "A1",
            core: true,
            unsure: [],
            evidence: false,
            words: [],
            shown,
            parts: [{ id: "answer", type: "one", options: ["yes", "no"] }],
          },
        ],
      },
    ],
    contradictions: [],
  };
  const strings = {
    title,
    "group.all": "All",
    "section.A": "All",
    "A1.title": title,
    "A1.short": title,
    "A1.why": title,
    "option.yes": "Yes",
    "option.no": "No",
  };
  const translated = german && { title: { text: german, status: "reviewed", of: sha256(title).slice(0, 12) } };
  const texts = [{ language: "en", strings }, ...(translated ? [{ language: "de", strings: translated }] : [])];
  return loadQuestionnaire(definition, texts, fingerprintsOf(loadQuestionnaire(definition, texts), sha256));
}

const said = (questionnaire: LoadedQuestionnaire, language: string) =>
  textsOf(questionnaire, language).get("title")?.text;

describe("two organisations with a survey@1 each", () => {
  it.each([
    ["ours", "theirs"],
    ["theirs", "ours"],
  ] as const)("read their own words when %s was loaded and read before %s", (first, then) => {
    const load = { ours: () => survey("Labour", "Arbeit"), theirs: () => survey("Forests", "Wälder") };
    const loaded = { [first]: load[first](), [then]: load[then]() };
    const { ours, theirs } = loaded;
    if (!ours || !theirs) throw new Error("two were loaded");
    expect([ours.key, theirs.key]).toEqual(["survey@1", "survey@1"]);
    const inTurn = first === "ours" ? [ours, theirs] : [theirs, ours];
    for (const one of inTurn) for (const language of ["en", "de", "fr"]) textsOf(one, language).get("A1.title");
    expect(["en", "de", "fr"].map((language) => said(ours, language))).toEqual(["Labour", "Arbeit", "Labour"]);
    expect(["en", "de", "fr"].map((language) => said(theirs, language))).toEqual(["Forests", "Wälder", "Forests"]);
    expect(ours.fingerprint).not.toBe(theirs.fingerprint);
    expect(textsOf(ours, "de").revision).not.toBe(textsOf(theirs, "de").revision);
    expect(ours.fingerprint).toBe(fingerprintsOf(ours, sha256).fingerprint);
  });

  it("have their own languages and their own gaps", () => {
    const [english, both] = [survey("Labour"), survey("Labour", "Arbeit")];
    expect([english.languages, both.languages]).toEqual([["en"], ["en", "de"]]);
    expect(completeness(both, "de")).toMatchObject({ done: 1 });
    expect(completeness(english, "de")).toMatchObject({ done: 0 });
    expect(missingKeys(english, "en")).toEqual([]);
  });

  it("are asked by their own conditions", () => {
    const [always, narrowed] = [survey("Labour"), survey("Labour", undefined, { fact: "modules", includes: "it" })];
    const facts = { regimes: [], modules: [] };
    expect(openQuestions(walk(always, {}, facts)).map(({ id }) => id)).toEqual(["A1"]);
    expect(openQuestions(walk(narrowed, {}, facts))).toEqual([]);
    expect(openQuestions(walk(always, {}, facts)).map(({ id }) => id)).toEqual(["A1"]);
  });
});

describe("a version 2 with other words", () => {
  it("changes nothing that version 1 says", () => {
    const first = forcedLabour(1);
    const keys = ["title", "E1.title", "E1.short", "option.yes"];
    const words = () => first.languages.map((language) => keys.map((key) => textsOf(first, language).get(key)));
    const before = { words: words(), fingerprints: fingerprintsOf(first, sha256), fingerprint: first.fingerprint };
    const files = textFilesOf(first).map((file) => ({
      ...file,
      strings: { ...file.strings, title: "Other", "E1.title": "Another question", "option.yes": "Certainly" },
    }));
    const second = loadQuestionnaire({ ...first.definition, version: 2 }, files);
    expect(said(second, "zh-Hans")).toBe("Other");
    expect(textsOf(second, "en").get("E1.title")?.text).toBe("Another question");
    expect(() => second.fingerprint).toThrow("forced-labour@2 is not published");
    expect(fingerprintsOf(second, sha256).fingerprint).not.toBe(first.fingerprint);
    expect({ words: words(), fingerprints: fingerprintsOf(first, sha256), fingerprint: first.fingerprint }).toEqual(
      before,
    );
  });
});

describe("texts that cannot be used", () => {
  const { definition } = survey("Labour");
  const problemsOf = (...files: unknown[]): readonly string[] => {
    try {
      loadQuestionnaire(definition, files);
    } catch (error) {
      if (error instanceof DefinitionError) return error.problems;
    }
    return [];
  };

  it("are refused with their place", () => {
    const en = { language: "en", strings: { title: "Labour" } };
    expect(problemsOf(en)).toEqual([]);
    expect(problemsOf({ language: "de", strings: {} })).toEqual(['texts: there are none in the source language "en"']);
    expect(problemsOf(en, en)).toEqual(['texts: the language "en" is there twice']);
    expect(problemsOf(en, { language: "de", strings: { title: 1 } })[0]).toContain("texts 2: strings.title");
    expect(problemsOf(en, JSON.parse('{"language":"de","strings":{"__proto__":"x"}}'))[0]).toContain("reserved");
  });
});
