import fc from "fast-check";
import type { Answers, Facts } from "#questionnaires/answers";
import type { Part, Question } from "#questionnaires/definition";
import type { LoadedQuestionnaire } from "#questionnaires/load";

/** Names that change or reveal the object itself when they are used as keys carelessly. */
export const nastyNames = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty"];

const siteId = fc.constantFrom("s1", "s2", "s3");

/** Mostly values that fit the part, sometimes anything at all. */
export function arbitraryValue(part: Part): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 6, arbitrary: fitting(part) },
    { weight: 1, arbitrary: fc.anything({ withNullPrototype: true }) },
  );
}

export function fitting(part: Part): fc.Arbitrary<unknown> {
  switch (part.type) {
    case "one":
      return option(part);
    case "many":
      return fc.uniqueArray(option(part), { minLength: 1, maxLength: 4 });
    case "number":
      return fc.integer({ min: part.min ?? 0, max: Math.min(part.max ?? 100, 100) });
    case "percent":
      return fc.integer({ min: 0, max: 100 });
    case "text":
      return fc.string({ minLength: 1, maxLength: 20 });
    case "date":
      return fc.constantFrom(...(part.precision === "day" ? ["2020-02-29", "2025-12-31"] : ["2019-12", "2026-01"]));
    case "matrix":
      return fc.dictionary(fc.constantFrom(...part.rows), fc.constantFrom(...part.options), { minKeys: 1 });
    case "table":
      return fc.array(rowOf(part), { maxLength: 3 });
  }
}

function option(part: Extract<Part, { type: "one" | "many" }>): fc.Arbitrary<string> {
  if (part.options) return fc.constantFrom(...part.options);
  return part.list === "sites" ? siteId : fc.constantFrom("CN", "KP", "PT", "61", "cotton");
}

function rowOf(part: Extract<Part, { type: "table" }>) {
  const cells = Object.fromEntries(part.columns.map((column) => [column.id, fitting(column)]));
  return fc.record({ id: siteId, cells: fc.record(cells, { requiredKeys: [] }) });
}

function arbitraryAnswer(question: Question): fc.Arbitrary<unknown> {
  const value = fc.record(Object.fromEntries(question.parts.map((part) => [part.id, arbitraryValue(part)])), {
    requiredKeys: [],
  });
  return fc.oneof(
    { weight: 8, arbitrary: fc.record({ value, comment: fc.string() }, { requiredKeys: ["value"] }) },
    {
      weight: 2,
      arbitrary: fc.record({ unsure: fc.constantFrom("dk", "na", "legal"), value }, { requiredKeys: ["unsure"] }),
    },
    { weight: 1, arbitrary: fc.anything() },
  );
}

/** Answers as an old or hostile file might hold them: the types promise nothing here. */
export function arbitraryAnswers({ order }: LoadedQuestionnaire): fc.Arbitrary<Answers> {
  const entries = Object.fromEntries(order.map((question) => [question.id, arbitraryAnswer(question)]));
  return fc.record(entries, { requiredKeys: [] }).map((answers) => answers as Answers);
}

export const arbitraryFacts: fc.Arbitrary<Facts> = fc.record(
  {
    inherent: fc.integer({ min: 0, max: 100 }),
    regimes: fc.subarray(["caatsa-321b", "uflpa", "uk-msa", "eu-flr", "unknown"]),
    modules: fc.subarray(["it"]),
  },
  { requiredKeys: ["regimes", "modules"] },
);
