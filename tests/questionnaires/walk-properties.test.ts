import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contradictions, openQuestions, sectionStates, walk } from "#questionnaires/walk";
import { currentQuestionnaire } from "#tests/support/questionnaires";
import { arbitraryAnswers, arbitraryFacts } from "./arbitrary";

const questionnaire = currentQuestionnaire("forced-labour");
const answers = arbitraryAnswers(questionnaire);
const runs = { numRuns: 1000 };

/** Every scalar in a value, so that what came out can be looked for in what went in. */
function scalars(value: unknown): unknown[] {
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(scalars);
  return [value];
}

describe("for any answers, a walk", () => {
  it("never fails and never invents an answer", () => {
    fc.assert(
      fc.property(answers, arbitraryFacts, (given, facts) => {
        const { asked, answers: kept } = walk(questionnaire, given, facts);
        for (const [id, answer] of Object.entries(kept)) {
          expect(asked.has(id)).toBe(true);
          const before = new Set(scalars(given[id]));
          expect(scalars(answer).filter((one) => one !== undefined && !before.has(one))).toEqual([]);
        }
      }),
      runs,
    );
  });

  it("changes nothing when it is done again with what it kept", () => {
    fc.assert(
      fc.property(answers, arbitraryFacts, (given, facts) => {
        const once = walk(questionnaire, given, facts);
        const twice = walk(questionnaire, once.answers, facts);
        expect([...twice.asked]).toEqual([...once.asked]);
        expect(twice.answers).toEqual(once.answers);
        for (const id of questionnaire.questions.keys()) expect(twice.stateOf(id)).toBe(once.stateOf(id));
      }),
      runs,
    );
  });

  it("is the same where it takes what does not turn on inherent risk from a walk by another", () => {
    const risk = fc.oneof(fc.constant(undefined), fc.double({ min: 0, max: 100, noNaN: true }));
    fc.assert(
      fc.property(answers, arbitraryFacts, risk, (given, facts, inherent) => {
        const others = { ...facts, inherent };
        const anew = walk(questionnaire, given, others);
        const again = walk(questionnaire, given, others, walk(questionnaire, given, facts));
        expect([...again.asked]).toEqual([...anew.asked]);
        expect(Object.entries(again.answers)).toEqual(Object.entries(anew.answers));
        for (const id of questionnaire.questions.keys()) expect(again.stateOf(id)).toBe(anew.stateOf(id));
      }),
      runs,
    );
  });

  it("is not moved by answers to questions that are not asked", () => {
    fc.assert(
      fc.property(answers, answers, arbitraryFacts, (given, others, facts) => {
        const without = walk(questionnaire, given, facts);
        const beside = Object.entries(others).filter(([id]) => !without.asked.has(id));
        const withOthers = walk(questionnaire, { ...given, ...Object.fromEntries(beside) }, facts);
        expect([...withOthers.asked]).toEqual([...without.asked]);
        expect(withOthers.answers).toEqual(without.answers);
      }),
      runs,
    );
  });

  it("asks no more when the laws are narrowed without the inherent risk changing", () => {
    fc.assert(
      fc.property(answers, arbitraryFacts, (given, facts) => {
        const narrow = walk(questionnaire, given, { ...facts, regimes: ["uk-msa"] }).asked;
        for (const id of narrow) {
          const { regimes } = questionnaire.questions.get(id) ?? {};
          expect(regimes === undefined || regimes.includes("uk-msa")).toBe(true);
        }
      }),
      runs,
    );
  });

  it("leaves progress and contradictions computable", () => {
    fc.assert(
      fc.property(answers, arbitraryFacts, (given, facts) => {
        const walked = walk(questionnaire, given, facts);
        for (const { id } of openQuestions(walked)) expect(["partly", "blank"]).toContain(walked.stateOf(id));
        for (const { answered, asked } of sectionStates(walked)) expect(answered).toBeLessThanOrEqual(asked);
        expect(Array.isArray(contradictions(walked))).toBe(true);
      }),
      runs,
    );
  });
});
