import { describe, expect, test } from "vitest";
import { contradictions, openQuestions } from "#questionnaires/walk";
import { checkAnswer } from "#scoring/answer-files/answer-check";
import { listMembers } from "#scoring/editions/questionnaire-lists";
import { walkWithFacts } from "#scoring/facts";
import { outcomeOf } from "#scoring/outcome";
import { inputOf } from "#tests/scoring/saying-less/supplier";
import { population, questionnaire, supplier } from "./population";

describe("the made-up population", { timeout: 60_000 }, () => {
  test("comes out the same for the same seed, and another for another", () => {
    expect(population(20)).toEqual(population(20));
    expect(supplier(7)).toEqual(population(8)[7]);
    expect(population(20, 1)).not.toEqual(population(20));
  });

  test("answers all that it is asked, without an error in it", () => {
    const open = new Map<string, number>();
    for (const answers of population(300)) {
      const walk = walkWithFacts(inputOf(answers));
      const errors = contradictions(walk).filter(({ severity }) => severity === "error");
      for (const { id } of [...openQuestions(walk), ...errors]) open.set(id, (open.get(id) ?? 0) + 1);
    }
    expect([...open]).toEqual([]);
  });

  test("gives only values that the questionnaire knows", () => {
    const lists = listMembers(questionnaire);
    for (const answers of population(300)) {
      for (const [code, answer] of Object.entries(answers)) {
        const question = questionnaire.questions.get(code);
        if (question === undefined) throw new Error(`There is no question ${code}`);
        checkAnswer(question, answer, code, lists);
      }
    }
    expect(questionnaire.questions.size).toBe(62);
  });

  test("of ten thousand fewer than one in a hundred stand at exactly 100, and the worst twentieth can be told apart", () => {
    const scores: number[] = [];
    const bands: Record<string, number> = {};
    for (let number = 0; number < 10_000; number += 1) {
      const { score, band } = outcomeOf(inputOf(supplier(number)));
      scores.push(score);
      bands[band] = (bands[band] ?? 0) + 1;
    }
    scores.sort((one, other) => one - other);
    const at = (share: number) => scores[Math.floor(share * scores.length)] ?? 0;
    const [worst, twentieth] = [scores.at(-1) ?? 0, at(0.95)];
    process.stdout.write(
      `10,000 suppliers: median ${at(0.5)}, tenth ${at(0.1)} to ${at(0.9)}, worst twentieth ${twentieth} to ${worst}; ${JSON.stringify(bands)}\n`,
    );
    expect(scores.filter((score) => score === 100).length).toBeLessThan(100);
    expect(worst - twentieth).toBeGreaterThanOrEqual(5);
    // A population in one band would show nothing.
    for (const band of ["low", "medium", "high", "critical"]) expect(bands[band]).toBeGreaterThan(100);
  });
});
