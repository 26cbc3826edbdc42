import { isoDay } from "#app/i18n/dates/days";
import { bareText } from "#app/i18n/page-text";
import { readingIn } from "#app/services/supplier/fields/lists";
import { foldName } from "#app/services/supplier/paste/option-names";
import type { PartValue } from "#questionnaires/answers";
import type { Column, MatrixPart, Part, TablePart } from "#questionnaires/definition";
import type { FieldError } from "#questionnaires/reading";
import { parseUnsure } from "#questionnaires/types/choice";
import { partTypeOf } from "#questionnaires/types/index";
import type { Box } from "#questionnaires/workbook/boxes";
import { isChoice } from "#questionnaires/workbook/boxes";
import { failedFormula } from "#questionnaires/workbook/sheets";
import { cleanLines } from "#terms/texts/typed-text";
import type { Finding, Judging } from "./proposal";

/** A value with what its field holds on a page, or what is wrong. */
export type ReadCell =
  | { readonly value: PartValue; readonly fields: readonly string[]; readonly error?: undefined }
  | (Pick<Finding, "days"> & { readonly error: FieldError | "formula" });

type Simple = Exclude<Part, TablePart | MatrixPart> | Column;

/** Reads what was typed as a part or a column. @param at name of its field; @param key of its texts */
export function readSimple(
  judging: Judging,
  part: Simple,
  { at, key }: { at: string; key: string },
  typed: string,
): ReadCell {
  if (typed.trim() === failedFormula) return { error: "formula" };
  const fields = fieldsOf(judging, part, key, typed);
  if (fields.length === 0) return { error: { field: at, code: "unknown-option" } };
  const { ctx, session } = judging;
  const read = partTypeOf(part).read(part, at, new Map([[at, fields]]), readingIn(ctx, session));
  const [error] = read.errors ?? [];
  if (error !== undefined) return { error, ...(error.code === "ambiguous-date" ? { days: daysOf(typed) } : {}) };
  if (read.value === undefined) return { error: { field: at, code: "required" } };
  return { value: read.value, fields };
}

function fieldsOf({ matcher, languages }: Judging, part: Simple, key: string, typed: string): readonly string[] {
  if (isChoice(part)) return matcher(part, key)(typed);
  if (part.type !== "date") return [typed];
  if (
    part.unknown &&
    named(
      languages.map(({ find }) => find(`${key}.option.unknown`)),
      typed,
    )
  )
    return ["unknown"];
  return [dayOf(typed) ?? typed];
}

/** Days that spreadsheets count to from the beginning of 1900, of the years 1954 to 2099: what a cell holds that lost its format. */
function dayOf(typed: string): string | undefined {
  const serial = /^\s*([2-7]\d{4})(?:\.\d+)?\s*$/.exec(typed)?.[1];
  if (serial === undefined || Number(serial) > 73_050) return undefined;
  return isoDay(new Date(Date.UTC(1899, 11, 30 + Number(serial))));
}

/** The two days that `03/04/2026` can mean. */
function daysOf(typed: string): readonly string[] {
  const [, one = "", other = "", year = ""] = /(\d{1,2})\D+(\d{1,2})\D+(\d{4})/.exec(typed.normalize("NFKC")) ?? [];
  if (year === "") return [];
  const two = (text: string) => text.padStart(2, "0");
  return [`${year}-${two(other)}-${two(one)}`, `${year}-${two(one)}-${two(other)}`];
}

function named(texts: readonly (Parameters<typeof bareText>[0] | undefined)[], typed: string): boolean {
  const wanted = foldName(typed);
  return texts.some((text) => text !== undefined && foldName(bareText(text)) === wanted);
}

/** Reads what was typed into a box. */
export function readBox(judging: Judging, box: Box, typed: string): ReadCell {
  const { languages } = judging;
  const unknown: ReadCell = { error: { field: box.id, code: "unknown-option" } };
  if (typed.trim() === failedFormula) return { error: "formula" };
  switch (box.kind) {
    case "part":
      return readSimple(judging, box.part, { at: box.id, key: box.id }, typed);
    case "line": {
      const key = `${box.question.id}.${box.part.id}`;
      const [id] = judging.matcher({ id: box.line, type: "one", options: box.part.options }, key)(typed);
      return id === undefined ? unknown : { value: id, fields: [id] };
    }
    case "none": {
      const isNone = named(
        languages.map(({ say }) => say(`${box.question.id}.${box.part.id}.none`)),
        typed,
      );
      return box.part.min === 0 && isNone ? { value: "yes", fields: ["yes"] } : unknown;
    }
    case "unsure": {
      const kind = box.question.unsure.find(
        (one) =>
          foldName(typed) === one ||
          named(
            languages.map(({ say }) => say(`unsure.${one}`)),
            typed,
          ),
      );
      return kind === undefined || parseUnsure(`~${kind}`) === undefined
        ? unknown
        : { value: kind, fields: [`~${kind}`] };
    }
    case "comment":
      return { value: cleanLines(typed), fields: [typed] };
  }
}
