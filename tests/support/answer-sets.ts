import fc from "fast-check";
import type { Answer, Answers, Cell, PartValue, Row } from "#questionnaires/answers";
import type { Column, Part, Question } from "#questionnaires/definition";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import { goods, hsChapters, materials } from "#scoring/editions/index";

/** Sites that generated answers point at; the list of sites (B1) has the first one to three of them. */
export const siteIds = ["s1", "s2", "s3"] as const;

const lists: Readonly<Record<string, readonly string[]>> = {
  // Every tier, a host country, an unranked country and North Korea; often enough for each to matter.
  countries: ["CN", "CN", "PT", "US", "VN", "MM", "RU", "MC", "NP", "YE", "KP"],
  "hs-chapters": [...hsChapters.chapters.map(({ chapter }) => chapter), "61", "61", "03"],
  goods: [...goods.goods.map(({ id }) => id), "garments", "cotton"],
  materials: materials.materials.map(({ id }) => id),
  sites: siteIds,
  questions: ["E3", "G1", "F3"],
};

type Chosen = { options?: readonly string[]; list?: string; also?: readonly string[] };

/** Answers of their own beside a list, such as "not on the list", come up as often as a tenth of it. */
function choices({ options, list, also = [] }: Chosen): readonly string[] {
  const listed = options ?? lists[list ?? ""] ?? [];
  return [...listed, ...also.flatMap((one) => Array(Math.ceil(listed.length / 10)).fill(one))];
}

/** A value for a part that is a cell, from what its type allows. */
function cell(part: Exclude<Part, { type: "table" | "matrix" }> | Column): fc.Arbitrary<Cell> {
  switch (part.type) {
    case "one":
      return fc.constantFrom(...choices(part));
    case "many": {
      const exclusive = part.exclusive ?? [];
      const free = choices(part).filter((option) => !exclusive.includes(option));
      const several = fc.subarray([...new Set(free)], { minLength: 1 });
      return exclusive.length === 0
        ? several
        : fc.oneof({ weight: 3, arbitrary: several }, fc.constantFrom(...exclusive.map((one) => [one])));
    }
    case "number":
      return fc
        .oneof(fc.constantFrom(0, 1, 2, 4, 10, 61, 73), fc.integer({ min: 0, max: Math.min(part.max ?? 500, 500) }))
        .filter((value) => value >= (part.min ?? 0));
    case "percent":
      return fc.integer({ min: 0, max: 100 });
    case "date":
      return fc
        .constantFrom("2017-05", "2019-11", "2019-12", "2020-01", "2024-03", "2025-06")
        .map((month) => (part.precision === "day" ? `${month}-15` : month));
    case "text":
      return fc.constantFrom("Example", "—", "例");
  }
}

function rows(part: Extract<Part, { type: "table" }>, ids: readonly string[] | undefined): fc.Arbitrary<Row[]> {
  const cells = fc.record(Object.fromEntries(part.columns.map((column) => [column.id, cell(column)])), {
    requiredKeys: part.columns.filter(({ optional }) => !optional).map(({ id }) => id),
  });
  return fc
    .array(cells, { minLength: part.min, maxLength: ids?.length ?? 3 })
    .map((all) => all.map((one, place) => ({ id: ids?.[place] ?? `r${place + 1}`, cells: one })));
}

function partValue(question: Question, part: Part): fc.Arbitrary<PartValue> {
  if (part.type === "table") return rows(part, question.id === "B1" ? siteIds : undefined);
  if (part.type !== "matrix") return cell(part);
  const row = fc.constantFrom(...part.options);
  return fc.record(Object.fromEntries(part.rows.map((id) => [id, row])), {}) as fc.Arbitrary<Record<string, string>>;
}

const evidence = fc.array(
  fc.record({
    id: fc.constantFrom("d1", "d2"),
    status: fc.constantFrom("attached", "accepted", "verified", "rejected", "expired"),
  }),
  { maxLength: 2 },
);

/** An answer to one question: values for all or, at times, some of its parts, or one of its ways to be unsure. */
export function answerTo(question: Question): fc.Arbitrary<Answer> {
  const parts: Record<string, fc.Arbitrary<PartValue>> = Object.fromEntries(
    question.parts.map((part) => [part.id, partValue(question, part)]),
  );
  const whole = fc.record({ value: fc.record(parts) });
  const gaps = fc.record({ value: fc.record(parts, { requiredKeys: [] }) }).map(({ value }) => ({
    value: Object.fromEntries(Object.entries(value).flatMap(([id, one]) => (one === undefined ? [] : [[id, one]]))),
  }));
  const given: fc.Arbitrary<Answer> = fc.oneof({ weight: 9, arbitrary: whole }, { weight: 1, arbitrary: gaps });
  const proven = question.evidence
    ? fc.tuple(given, evidence).map(([answer, documents]) => ({ ...answer, evidence: documents }))
    : given;
  if (question.unsure.length === 0) return proven;
  const unsure = fc.constantFrom(...question.unsure).map((kind) => ({ unsure: kind }));
  return fc.oneof({ weight: 6, arbitrary: proven }, { weight: 1, arbitrary: unsure });
}

/**
 * Answer sets as suppliers leave them: most questions answered, also ones that do not apply, some unsure, some half
 * given, some blank.
 */
export function answerSets({ questions }: LoadedQuestionnaire): fc.Arbitrary<Answers> {
  const all: [string, fc.Arbitrary<Answer | undefined>][] = [];
  for (const [code, question] of questions) {
    const answer = answerTo(question);
    all.push([code, fc.oneof({ weight: 12, arbitrary: answer }, { weight: 1, arbitrary: fc.constant(undefined) })]);
  }
  return fc.record(Object.fromEntries(all)).map((answers) => {
    const given = Object.entries(answers).filter((entry): entry is [string, Answer] => entry[1] !== undefined);
    return Object.fromEntries(given);
  });
}

/** Answer sets that differ from a given one in up to `most` answers: scores that are not all at the limit of 100. */
export function answersNear(loaded: LoadedQuestionnaire, base: Answers, most: number): fc.Arbitrary<Answers> {
  const others = fc.subarray([...loaded.questions.values()], { maxLength: most });
  return others
    .chain((questions) =>
      fc.tuple(...questions.map((question) => answerTo(question).map((answer) => [question.id, answer] as const))),
    )
    .map((changes) => ({ ...base, ...Object.fromEntries(changes) }));
}
