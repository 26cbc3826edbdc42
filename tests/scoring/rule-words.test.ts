import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { fingerprint } from "#questionnaires/fingerprints/canonical-json";
import { loadRuleSet, RuleSetError, ruleWordsIn } from "#scoring/rules/load-rule-set";
import { RuleWords } from "#scoring/rules/rule-words";
import recorded from "#scoring/rulesets/fingerprints.json" with { type: "json" };
import { ruleSets } from "#scoring/rulesets/index";
import { ruleSet, rules } from "./rating-support";

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
const english = ruleWordsIn(ruleSet, "en");
const questionnaire = { id: "forced-labour", versions: { from: 1, to: 1 } };

function problemsWith(words: readonly unknown[], about: Parameters<typeof loadRuleSet>[2] = { questionnaire }) {
  try {
    loadRuleSet(rules, words, about);
  } catch (error) {
    if (error instanceof RuleSetError) return error.problems;
    throw error;
  }
  return [];
}

describe("the words of a rule set", () => {
  test("are there for every red flag, control, group and law, and for nothing else", () => {
    expect(problemsWith([english])).toEqual([]);
    expect(Object.keys(english.rules).length).toBeGreaterThan(60);
    expect(Object.keys(english.controls)).toHaveLength(rules.controls.length);
  });

  test.each(["rules", "controls", "groups", "laws"] as const)("are refused with one of the %s missing", (kind) => {
    const [code = "", ...others] = Object.keys(english[kind]);
    const fewer = Object.fromEntries(others.map((other) => [other, english[kind][other]]));
    expect(problemsWith([{ ...english, [kind]: fewer }])).toEqual([
      `words in en, ${kind}: there are none for "${code}"`,
    ]);
  });

  test("are refused with a word that nothing is called by, an empty one, or a language twice", () => {
    const more = { ...english, rules: { ...english.rules, "old-rule": "An old rule" } };
    expect(problemsWith([more])).toEqual(['words in en, rules: nothing is called "old-rule"']);
    expect(problemsWith([{ ...english, factors: { ...english.factors, C: "" } }])[0]).toContain("words.factors.C");
    expect(problemsWith([english, english])).toEqual(["words in en: they are there twice"]);
    expect(problemsWith([])).toEqual(["words: there are none"]);
  });

  test("come in the source language to somebody whose language has none", () => {
    const german = { ...english, language: "de", factors: { ...english.factors, C: "Land" } };
    const loaded = loadRuleSet(rules, [english, german], { questionnaire });
    expect(ruleWordsIn(loaded, "de").factors.C).toBe("Land");
    expect(ruleWordsIn(loaded, "ar")).toBe(ruleWordsIn(loaded, "en"));
    expect(ruleWordsIn(loaded, "en").factors.C).toBe(english.factors.C);
  });

  test("belong to their rule set: another with the same id says what it says", () => {
    const other = loadRuleSet(rules, [{ ...english, rules: { ...english.rules, prison: "Other words" } }], {
      questionnaire,
    });
    expect(other.id).toBe(ruleSet.id);
    expect(ruleWordsIn(other, "en").rules.prison).toBe("Other words");
    expect(ruleWordsIn(ruleSet, "en").rules.prison).toBe(english.rules.prison);
  });

  test("are those that were published: changed words need a new rule set", () => {
    for (const { id, definition, words, fingerprint: published } of ruleSets) {
      const own = Object.fromEntries([...words].map(([language, one]) => [language, fingerprint(one, sha256)]));
      const now = { fingerprint: fingerprint(definition, sha256), words: own };
      const known: Readonly<Record<string, unknown>> = recorded;
      expect(now, "Before the first publication run: npx tsx app/commands/write-fingerprints.ts").toEqual(known[id]);
      expect(published).toBe(now.fingerprint);
    }
  });

  test("use every file of texts that is there", () => {
    for (const { id, words } of ruleSets) {
      const folder = new URL(`../../scoring/rulesets/${id}/texts/`, import.meta.url);
      const files = readdirSync(folder).map((name) =>
        RuleWords.parse(JSON.parse(readFileSync(new URL(name, folder), "utf8"))),
      );
      expect(files.map(({ language }) => language).sort()).toEqual([...words.keys()].sort());
    }
  });
});

describe("the questionnaire of a rule set", () => {
  test("is the one that its rules name, in a range of versions that is one", () => {
    expect(problemsWith([english], { questionnaire: { ...questionnaire, id: "survey" } })).toEqual([
      "rules.questionnaire: it is forced-labour, and the rules were made for survey",
    ]);
    expect(problemsWith([english], { questionnaire: { ...questionnaire, versions: { from: 2, to: 1 } } })).toEqual([
      "versions: 2 to 1 has none",
    ]);
  });

  test("is needed for a fingerprint no more than words are", () => {
    expect(() => loadRuleSet(rules, [english], { questionnaire }).fingerprint).toThrow("is not published");
    expect(ruleSet.fingerprint).toBe("238e71f73ed311f48470f8bb671e9d13fc1ca17cbeb5bd37089c135fbb34b83b");
  });
});
