import { describe, expect, test } from "vitest";
import { builtInCatalogue } from "#app/adapters/built-in-catalogue";
import { isMadeFor } from "#scoring/rules/load-rule-set";
import { northKoreaParts } from "#scoring/rules/north-korea";
import { forcedLabour } from "#tests/support/questionnaires";

async function partsOf(version: 1 | 2) {
  const questionnaire = forcedLabour(version);
  const ruleSets = (await builtInCatalogue.ruleSets("any")).filter((ruleSet) => isMadeFor(ruleSet, questionnaire));
  const { isQuestion, isContradiction } = northKoreaParts(questionnaire, ruleSets);
  return {
    questions: [...questionnaire.questions.keys()].filter(isQuestion),
    contradictions: questionnaire.definition.contradictions.map(({ id }) => id).filter(isContradiction),
    ruleSets,
    questionnaire,
  };
}

const section = ["E1", "E2", "E3", "E4", "E5", "E6", "E7", "E8", "E9", "E10"];

describe("what of a questionnaire is about North Korean labour", () => {
  test("is its section, and owners, places, nationalities and suppliers' suppliers, which can name it", async () => {
    const { questions, contradictions } = await partsOf(1);
    expect(questions).toEqual(["A2", "B2", "D2", ...section, "L4"]);
    // c14 names O1 alone and reads E1.
    expect(contradictions).toEqual(["c2", "c6", "c7", "c8", "c9", "c14", "c16", "c22"]);
  });

  test("is also a case that was found, and never what a policy says of it", async () => {
    const { questions } = await partsOf(2);
    expect(questions).toEqual(["A2", "B2", "D2", ...section, "J4", "L4"]);
  });

  test("is every question by which a rule says present, past or unknown", async () => {
    for (const version of [1, 2] as const) {
      const { questions, ruleSets } = await partsOf(version);
      const states = ruleSets.flatMap(({ definition }) =>
        definition.dprkLabour.filter(({ state }) => !state.startsWith("no-")),
      );
      const read = [...JSON.stringify(states).matchAll(/"question":"(\w+)"/g)].map(([, code]) => code);
      expect(read.length).toBeGreaterThan(5);
      expect(read.filter((code) => !questions.includes(code ?? ""))).toEqual([]);
    }
  });

  test("is read off a questionnaire that nobody has rules for", () => {
    const { isQuestion } = northKoreaParts(forcedLabour(2), []);
    expect(section.every(isQuestion)).toBe(true);
    // Without rules nobody knows that the policy is a safeguard.
    expect(["B2", "J4", "L4", "K1"].every(isQuestion)).toBe(true);
    expect(["A1", "B1", "F1", "M1"].some(isQuestion)).toBe(false);
  });
});
