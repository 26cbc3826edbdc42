import fc from "fast-check";
import { expect, test } from "vitest";
import { pageTexts } from "#app/services/supplier/page/page-texts";
import { walkSession } from "#app/services/supplier/session/supplier-session";
import { columnWords, proposeChanges } from "#app/services/supplier/workbook/changes/propose-changes";
import { cellsOfFile } from "#app/services/supplier/workbook/changes/sent-cells";
import { makeSheets } from "#app/services/supplier/workbook/file/make-sheets";
import { type Answer, type Answers, isGiven, type PartValue, type Row } from "#questionnaires/answers";
import type { Column, Part, Question } from "#questionnaires/definition";
import { canonicalJson } from "#questionnaires/fingerprints/canonical-json";
import { askedInWorkbook } from "#questionnaires/workbook/boxes";
import { findCells } from "#questionnaires/workbook/find-cells";
import { asked } from "#tests/app/supplier/version-2/asked";

const words = ["Plant 1", "=1+1", "'quoted", "@home", "名前; и", "-", "00042", "1E5", "3/4", 'say "so"', "a | b", "٣"];
const members = {
  countries: ["CN", "KP", "PT"],
  "hs-chapters": ["61", "03"],
  materials: ["cotton", "tin"],
  questions: ["E1"],
};

function ids(part: Extract<Part | Column, { type: "one" | "many" }>): readonly string[] {
  if (part.options) return part.options;
  const { list } = part;
  const own =
    list === "sites" ? ["r1", "r2", "r3"] : list === "goods" ? ["cotton", "garments"] : list ? members[list] : [];
  return [...own, ...(part.also ?? [])];
}

function cellOf(part: Exclude<Part, { type: "table" | "matrix" }> | Column): fc.Arbitrary<PartValue> {
  switch (part.type) {
    case "one":
      return fc.constantFrom(...ids(part));
    case "many":
      return fc.subarray([...ids(part)], { minLength: 1, maxLength: 3 });
    case "number":
      return fc.integer({ min: Math.max(0, part.min ?? 0), max: Math.min(part.max ?? 400, 400) });
    case "percent":
      return fc.constantFrom(0, 12.5, 40, 99.99, 100);
    case "text":
      return fc.constantFrom(...words);
    case "date":
      return fc.constantFrom(...(part.precision === "day" ? ["2020-02-29", "2025-12-31"] : ["2019-12", "2025-01"]));
  }
}

function partOf(part: Part): fc.Arbitrary<PartValue> {
  if (part.type === "matrix") {
    return fc.dictionary(fc.constantFrom(...part.rows), fc.constantFrom(...part.options), { minKeys: 1 });
  }
  if (part.type !== "table") return cellOf(part);
  const cells = Object.fromEntries(part.columns.map((column) => [column.id, cellOf(column)]));
  const row = fc.record({
    id: fc.constantFrom("r1", "r2", "r3"),
    cells: fc.record(cells, { requiredKeys: [part.named] }),
  });
  return fc.uniqueArray(row, { maxLength: 3, selector: ({ id }) => id }) as fc.Arbitrary<PartValue>;
}

function answerOf({ parts, unsure }: Question): fc.Arbitrary<Answer> {
  const pairs = parts.map((part) =>
    fc.option(
      partOf(part).map((value) => [part.id, value] as const),
      { nil: undefined },
    ),
  );
  const value = fc.tuple(...pairs).map((all) => Object.fromEntries(all.filter((pair) => pair !== undefined)));
  const comment = fc.option(fc.constantFrom(...words, "two\nlines"), { nil: undefined });
  const given = fc
    .record({ value, comment })
    .map(
      (one): Answer => (one.comment === undefined ? { value: one.value } : { value: one.value, comment: one.comment }),
    );
  if (unsure.length === 0) return given;
  const reason = fc.constantFrom(...unsure).map((kind): Answer => ({ unsure: kind }));
  return fc.oneof({ weight: 6, arbitrary: given }, reason);
}

/** An answer as far as a workbook has a place for it; rows of tables that fill themselves are known by what they are about. */
function comparable({ parts }: Question, answer: Answer | undefined): string {
  const { value, unsure, comment } = answer ?? {};
  const kept = parts.flatMap((part): readonly (readonly [string, unknown])[] => {
    const own = value?.[part.id];
    if (own === undefined) return [];
    if (part.type !== "table" || part.fill === undefined) return [[part.id, own]];
    const rows = (own as readonly Row[]).filter(({ cells }) => Object.keys(cells).length > 1);
    return rows.length === 0 ? [] : [[part.id, rows.map(({ cells }) => cells)]];
  });
  return canonicalJson({ value: Object.fromEntries(kept), unsure: unsure ?? "", comment: comment ?? "" });
}

test("whatever is answered comes back from its workbook as it was, or is told by its cell, in every script", async () => {
  const { open } = await asked();
  const ctx = await open();
  const { session } = ctx;
  const questions = askedInWorkbook(session.questionnaire.questions.values());
  const columns = columnWords(ctx);
  const each = questions.map((one) =>
    fc.option(
      answerOf(one).map((answer) => [one.id, answer] as const),
      { nil: undefined },
    ),
  );
  const all = fc.tuple(...each).map((pairs): Answers => Object.fromEntries(pairs.filter((pair) => pair !== undefined)));
  let whole = 0;
  let toldOf = 0;
  fc.assert(
    fc.property(all, fc.constantFrom("en", "ar", "zh-Hans", "th"), (given: Answers, language) => {
      const { answers } = walkSession(session, given);
      const full = { ...session, file: { ...session.file, answers }, walk: walkSession(session, answers) };
      const { sheets } = makeSheets({ ...ctx, session: full }, pageTexts(ctx, full, language));
      const read = sheets.map(({ name, rows }) => ({
        name,
        rows: rows.map((row) => row.map(({ value }) => String(value))),
      }));
      const found = findCells(read, questions, columns);
      expect(found.strange).toEqual([]);
      const { findings, answers: back } = proposeChanges(ctx, session, cellsOfFile(found, "another"), undefined);
      for (const question of questions) {
        const before = answers[question.id];
        const isTold = findings.some((one) => one.question === question.id && one.kind !== "change");
        if (isTold) toldOf += 1;
        else {
          if (before && isGiven(before)) whole += 1;
          expect([question.id, comparable(question, back.get(question.id))]).toEqual([
            question.id,
            comparable(question, before),
          ]);
        }
      }
    }),
    { numRuns: 12, endOnFailure: true },
  );
  expect(whole).toBeGreaterThan(toldOf);
});
