import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { walkWithFacts } from "#scoring/facts";
import { ladders } from "#tests/scoring/ladders";
import { inputFor, questionnaire, rateAnswers, rules } from "#tests/scoring/rating-support";
import { answers } from "./tried-answers";

describe("the answers on which the laws are tried", { timeout: 120_000 }, () => {
  test("the answers tried reach all bands", () => {
    const bands = new Set(fc.sample(answers, 500).map((given) => rateAnswers(given).scoreBand));
    expect([...bands].sort()).toEqual(["critical", "high", "low", "medium"]);
    const open = fc.sample(answers, 500).filter((given) => rateAnswers(given).score < 100);
    expect(open.length).toBeGreaterThan(250);
  });

  test("the answers tried ask each of the sixty questions, and answer each in its every part", () => {
    const missing = new Set(
      [...questionnaire.questions.values()].flatMap(({ id, parts }) => parts.map((part) => `${id} ${part.id}`)),
    );
    for (const given of fc.sample(answers, 1000)) {
      const { answers: kept } = walkWithFacts(inputFor(given));
      for (const [code, { value }] of Object.entries(kept)) {
        for (const part of Object.keys(value ?? {})) missing.delete(`${code} ${part}`);
      }
    }
    expect([...missing]).toEqual([]);
  });

  test("every question with points is tried from its best answer to its worst", () => {
    const tried = new Set(ladders.map(({ question }) => question));
    const pointed = new Set([...Object.keys(rules.redFlags), ...rules.controls.map(({ question }) => question)]);
    // The owners (A2) set a floor and have no points.
    expect([...pointed].filter((code) => !tried.has(code))).toEqual(["A2"]);
  });
});
