import fc from "fast-check";
import { expect, test } from "vitest";
import type { Answers, Facts } from "#questionnaires/answers";
import { contradictions, openQuestions, sectionStates, walk } from "#questionnaires/walk";
import { currentQuestionnaire } from "#tests/support/questionnaires";
import { arbitraryAnswers, arbitraryFacts } from "./arbitrary";

const questionnaire = currentQuestionnaire("forced-labour");
const answers = arbitraryAnswers(questionnaire);

/** Every scalar in a value, so that what came out can be looked for in what went in. */
function scalars(value: unknown): unknown[] {
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(scalars);
  return [value];
}

const codes = [...questionnaire.questions.keys()];
const statesIn = (walked: Walk) => codes.map((code) => `${code} ${walked.stateOf(code)}`);

type Walk = ReturnType<typeof walk>;
type Given = {
  readonly given: Answers;
  readonly others: Answers;
  readonly facts: Facts;
  readonly risk: number | undefined;
};
type Laws = Readonly<Record<string, (given: Given, walked: Walk) => void>>;

const laws: Laws = {
  "never invents an answer": ({ given }, { asked, answers: kept }) => {
    const invented = Object.entries(kept).flatMap(([id, answer]) => {
      if (!asked.has(id)) return [id];
      const before = new Set(scalars(given[id]));
      return scalars(answer).filter((one) => one !== undefined && !before.has(one));
    });
    expect(invented).toEqual([]);
  },
  "changes nothing when it is done again with what it kept": ({ facts }, once) => {
    const twice = walk(questionnaire, once.answers, facts);
    expect([...twice.asked]).toEqual([...once.asked]);
    expect(twice.answers).toEqual(once.answers);
    expect(statesIn(twice)).toEqual(statesIn(once));
  },
  "is the same where it takes what does not turn on inherent risk from a walk by another": (
    { given, facts, risk },
    walked,
  ) => {
    const others = { ...facts, inherent: risk };
    const anew = walk(questionnaire, given, others);
    const again = walk(questionnaire, given, others, walked);
    expect([...again.asked]).toEqual([...anew.asked]);
    expect(Object.entries(again.answers)).toEqual(Object.entries(anew.answers));
    expect(statesIn(again)).toEqual(statesIn(anew));
  },
  "is not moved by answers to questions that are not asked": ({ given, others, facts }, without) => {
    const beside = Object.entries(others).filter(([id]) => !without.asked.has(id));
    const withOthers = walk(questionnaire, { ...given, ...Object.fromEntries(beside) }, facts);
    expect([...withOthers.asked]).toEqual([...without.asked]);
    expect(withOthers.answers).toEqual(without.answers);
  },
  "asks no more when the laws are narrowed without the inherent risk changing": ({ given, facts }) => {
    const narrow = [...walk(questionnaire, given, { ...facts, regimes: ["uk-msa"] }).asked];
    const regimesOf = (id: string) => questionnaire.questions.get(id)?.regimes;
    expect(narrow.filter((id) => !(regimesOf(id)?.includes("uk-msa") ?? true))).toEqual([]);
  },
  "leaves progress and contradictions computable": (_, walked) => {
    const open = openQuestions(walked).map(({ id }) => walked.stateOf(id));
    expect(open.filter((state) => state !== "partly" && state !== "blank")).toEqual([]);
    expect(sectionStates(walked).filter(({ answered, asked }) => answered > asked)).toEqual([]);
    expect(Array.isArray(contradictions(walked))).toBe(true);
  },
};

// To make up the answers takes longer than to walk them, so that each of them is held to all laws.
test(`for any answers a walk never fails, ${Object.keys(laws).join(", ")}`, () => {
  const risk = fc.oneof(fc.constant(undefined), fc.double({ min: 0, max: 100, noNaN: true }));
  fc.assert(
    fc.property(answers, answers, arbitraryFacts, risk, (given, others, facts, risk) => {
      const walked = walk(questionnaire, given, facts);
      for (const holds of Object.values(laws)) holds({ given, others, facts, risk }, walked);
    }),
    { numRuns: 1000 },
  );
});
