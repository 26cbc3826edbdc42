import { z } from "zod";
import { cleanLine, cleanLines, isBlank } from "#terms/texts/typed-text";
import { filledValues, type PartOf, type PartType } from "./part-type";

/** Longest text that fits, in UTF-16 code units, as `maxlength` counts. */
export function textLimit(part: { readonly lines?: "one" | "several"; readonly max?: number }): number {
  return part.max ?? (part.lines === "several" ? 4000 : 200);
}

/** Words in the respondent's own language. */
export const text: PartType<PartOf<"text">> = {
  type: "text",
  read(part, name, fields) {
    const typed = filledValues(fields, name).at(-1);
    if (typed === undefined) return {};
    const max = textLimit(part);
    const clean = part.lines === "several" ? cleanLines(typed) : cleanLine(typed);
    if (clean.length > max) return { errors: [{ field: name, code: "too-long", params: { max } }] };
    return clean === "" ? {} : { value: clean };
  },
  schema: (part) =>
    z
      .string()
      .min(1)
      .max(textLimit(part))
      .refine((value) => !isBlank(value)),
  sanitize(part) {
    const max = textLimit(part);
    return (value) => (typeof value === "string" && value.length <= max && !isBlank(value) ? value : undefined);
  },
  summary: (_part, value) => ({ kind: "text", text: String(value) }),
  texts: () => ({ required: [], optional: [] }),
};
