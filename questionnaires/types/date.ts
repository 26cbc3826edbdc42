import { z } from "zod";
import { unknownId } from "#questionnaires/answers";
import { isDate, parseDate } from "#questionnaires/reading/dates";
import type { Fields } from "#questionnaires/reading/field";
import { parseWholeDate } from "#questionnaires/reading/whole-dates";
import { filledValues, type PartOf, type PartType } from "./part-type";

/** A day or a month, 1900 to 2099, stored as ISO 8601 text; `unknownId` where that is an answer. */
export const date: PartType<PartOf<"date">> = {
  type: "date",
  read(part, name, fields) {
    const given = typedDate(name, fields);
    const isUnknown = part.unknown === true && (given.whole === unknownId || given.unknown);
    const isTyped = given.isInParts || (given.whole !== undefined && given.whole !== unknownId);
    if (isUnknown) return isTyped ? { errors: [{ field: name, code: "unsure-and-value" }] } : { value: unknownId };
    if (!given.isInParts && given.whole === undefined) return {};
    const value =
      given.isInParts || given.whole === undefined
        ? parseDate(given.parts, part.precision)
        : parseWholeDate(given.whole, part.precision);
    if (value === "ambiguous") return { errors: [{ field: name, code: "ambiguous-date" }] };
    return value === undefined ? { errors: [{ field: name, code: "not-a-date" }] } : { value };
  },
  schema: (part) => z.string().refine((value) => isKept(part, value)),
  sanitize: (part) => (value) => (typeof value === "string" && isKept(part, value) ? value : undefined),
  summary: ({ precision }, value) =>
    value === unknownId ? { kind: "options", ids: [unknownId] } : { kind: "date", date: String(value), precision },
  texts: ({ unknown }, at) => ({ required: unknown ? [`${at}.option.${unknownId}`] : [], optional: [] }),
};

/** What stands in the fields of a date: its boxes, a whole one that was pasted, and whether it is said to be unknown. */
function typedDate(name: string, fields: Fields) {
  const box = (id: string) => filledValues(fields, `${name}.${id}`).at(-1) ?? "";
  const parts = { year: box("year"), month: box("month"), day: box("day") };
  return {
    whole: filledValues(fields, name).at(-1)?.trim(),
    parts,
    isInParts: Object.values(parts).some((typed) => typed !== ""),
    unknown: fields.get(`${name}.unknown`)?.includes("yes") ?? false,
  };
}

function isKept({ precision, unknown }: PartOf<"date">, value: string): boolean {
  return isDate(value, precision) || (unknown === true && value === unknownId);
}
