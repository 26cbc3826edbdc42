import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readQuestion, readRow } from "#questionnaires/reading";
import { partTypeOf } from "#questionnaires/types/index";
import { currentQuestionnaire } from "#tests/support/questionnaires";
import { nastyNames } from "./arbitrary";
import { context } from "./forms";

const questions = [...currentQuestionnaire("forced-labour").questions.values()];

/** Names that the definition has, and parts of them, so that most fields mean something. */
const names = questions.flatMap((question) => [
  `${question.id}.unsure`,
  `${question.id}.comment`,
  ...question.parts.flatMap((part) => {
    const at = `${question.id}.${part.id}`;
    if (part.type === "table") return [`${at}.none`, ...part.columns.map(({ id }) => `${at}.${id}`)];
    if (part.type === "matrix") return part.rows.map((row) => `${at}.${row}`);
    return part.type === "date" ? [`${at}.year`, `${at}.month`, `${at}.day`] : [at];
  }),
]);
const nastyFields = nastyNames.flatMap((name) => [name, `E1.${name}`, `E6.answer.${name}`, `B1.sites.${name}`]);
const typed = fc.oneof(
  fc.string({ unit: "binary", maxLength: 50 }),
  fc.constantFrom("yes", "no", "none", "~dk", "~legal", "~", "12", "1.234,5", "2019", "13", "PT", "s1", ...nastyNames),
  fc.constantFrom("x".repeat(300_000), "9".repeat(100_000), "\u0301".repeat(50_000), "~".repeat(10_000)),
);
const fields = fc
  .dictionary(
    fc.oneof(fc.constantFrom(...names), fc.constantFrom(...nastyFields), fc.string()),
    fc.array(typed, { maxLength: 4 }),
    {
      maxKeys: 60,
    },
  )
  .map((record) => new Map(Object.entries(record)));

function expectCleanObjects() {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect("polluted" in {}).toBe(false);
}

describe("for any fields, reading", () => {
  it("never fails, never reaches into objects, and gives either an answer or errors that name its question", () => {
    fc.assert(
      fc.property(fields, fc.constantFrom(...questions), fc.boolean(), (sent, question, allowBlank) => {
        const { answer, errors } = readQuestion(question, sent, { ...context, allowBlank });
        expect((answer === undefined) !== (errors === undefined)).toBe(true);
        for (const { field } of errors ?? []) expect(field.startsWith(`${question.id}.`)).toBe(true);
        if (answer?.unsure !== undefined) expect(answer.value).toBeUndefined();
        const known = question.parts.map(({ id }) => id);
        expect(Object.keys(answer?.value ?? {}).filter((id) => !known.includes(id))).toEqual([]);
        for (const part of question.parts) if (part.type === "table") readRow(question, part, sent, context);
        expectCleanObjects();
      }),
      { numRuns: 1000 },
    );
  });

  it("gives answers that a walk keeps as they are", () => {
    const sites = new Set(["s1", "s2"]);
    fc.assert(
      fc.property(fields, fc.constantFrom(...questions), (sent, question) => {
        const value = readQuestion(question, sent, { ...context, allowBlank: true }).answer?.value ?? {};
        for (const part of question.parts) {
          const read = value[part.id];
          if (read === undefined) continue;
          expect(partTypeOf(part).sanitize(part)(read, sites)).toBe(read);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("gets through five thousand fields with reserved names quickly", () => {
    const many = new Map(Array.from({ length: 5000 }, (_, index) => [`E1.${index}`, ["x".repeat(1000)]]));
    for (const name of nastyFields) many.set(name, ["yes"]);
    const started = performance.now();
    for (const question of questions) readQuestion(question, many, context);
    expect(performance.now() - started).toBeLessThan(5000);
    expectCleanObjects();
  });
});
