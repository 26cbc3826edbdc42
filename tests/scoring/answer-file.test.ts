import { describe, expect, test } from "vitest";
import { readAnswerFile } from "#scoring/answer-file";

const read = (file: unknown) => readAnswerFile(JSON.stringify(file), "2025-11-15");

describe("a file for the rate command", () => {
  test("needs nothing but answers", () => {
    const input = read({ answers: { E1: { value: { answer: "no" } } } });
    expect(input).toMatchObject({ asOf: "2025-11-15", signed: false, regimes: [], modules: [] });
    expect([input.questionnaire.key, input.ruleSet.id, input.edition.id]).toEqual([
      "forced-labour@1",
      "standard-2026.1",
      "tip-2025",
    ]);
  });

  test.each([
    ["unknown question", { answers: { Z9: {} } }, 'answers.Z9: unknown question "Z9"'],
    [
      "unknown option",
      { answers: { E1: { value: { answer: "maybe" } } } },
      'answers.E1.value.answer: unknown option "maybe"',
    ],
    ["unknown part", { answers: { E1: { value: { x: "yes" } } } }, 'answers.E1.value.x: unknown part "x"'],
    [
      "unknown column",
      { answers: { C2: { value: { materials: [{ id: "a", cells: { x: 1 } }] } } } },
      'answers.C2.value.materials.0.cells.x: unknown column "x"',
    ],
    [
      "unknown country",
      { answers: { B1: { value: { sites: [{ id: "a", cells: { country: "ZZ" } }] } } } },
      '"ZZ" is not in the list countries',
    ],
    [
      "a row twice",
      {
        answers: {
          C2: {
            value: {
              materials: [
                { id: "a", cells: {} },
                { id: "a", cells: {} },
              ],
            },
          },
        },
      },
      "used twice",
    ],
    ["text for a number", { answers: { D4: { value: { answer: "7" } } } }, "answers.D4.value.answer: must be a number"],
    ["unsure not offered", { answers: { E1: { unsure: "na" } } }, 'answers.E1.unsure: E1 does not offer "na"'],
    ["both unsure and a value", { answers: { E1: { unsure: "dk", value: { answer: "no" } } } }, "answers.E1"],
    ["unknown edition", { edition: "tip-1999", answers: {} }, 'edition: unknown edition "tip-1999"'],
    ["unknown rule set", { ruleSet: "x", answers: {} }, 'ruleSet: unknown rule set "x"'],
    ["unknown questionnaire", { questionnaire: "x@1", answers: {} }, 'questionnaire: unknown questionnaire "x@1"'],
    ["unknown regime", { regimes: ["x"], answers: {} }, 'regimes.0: unknown regime "x"'],
    ["no answers", {}, "answers"],
  ])("says where it is wrong: %s", (_, file, message) => {
    expect(() => read(file)).toThrow(message);
  });

  test("that is not JSON says so", () => {
    expect(() => readAnswerFile("{", "2025-11-15")).toThrow("not JSON");
  });
});
