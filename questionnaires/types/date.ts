import { z } from "zod";
import { isDate, parseDate } from "#questionnaires/reading/dates";
import { parseWholeDate } from "#questionnaires/reading/whole-dates";
import { filledValues, type PartOf, type PartType } from "./part-type";

/** A day or a month, 1900 to 2099, stored as ISO 8601 text. */
export const date: PartType<PartOf<"date">> = {
  type: "date",
  read(part, name, fields) {
    const whole = filledValues(fields, name).at(-1)?.trim();
    const typed = {
      year: filledValues(fields, `${name}.year`).at(-1) ?? "",
      month: filledValues(fields, `${name}.month`).at(-1) ?? "",
      day: filledValues(fields, `${name}.day`).at(-1) ?? "",
    };
    const untouched = typed.year === "" && typed.month === "" && typed.day === "";
    if (untouched && whole === undefined) return {};
    const value =
      untouched && whole !== undefined ? parseWholeDate(whole, part.precision) : parseDate(typed, part.precision);
    if (value === "ambiguous") return { errors: [{ field: name, code: "ambiguous-date" }] };
    return value === undefined ? { errors: [{ field: name, code: "not-a-date" }] } : { value };
  },
  schema: ({ precision }) => z.string().refine((value) => isDate(value, precision)),
  sanitize:
    ({ precision }) =>
    (value) =>
      typeof value === "string" && isDate(value, precision) ? value : undefined,
  isComplete: () => true,
  summary: ({ precision }, value) => ({ kind: "date", date: String(value), precision }),
  texts: () => ({ required: [], optional: [] }),
};
