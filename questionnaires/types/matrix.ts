import { z } from "zod";
import type { PartValue } from "#questionnaires/answers";
import type { FieldError } from "#questionnaires/reading/field";
import { filledValues, type PartOf, type PartType } from "./part-type";

/** The same few options for several statements. */
export const matrix: PartType<PartOf<"matrix">> = {
  type: "matrix",
  read(part, name, fields) {
    const value: Record<string, string> = {};
    const errors: FieldError[] = [];
    const { allAtOnce } = part;
    const rest = allAtOnce !== undefined && fields.get(`${name}.all`)?.includes(allAtOnce) ? allAtOnce : undefined;
    for (const row of part.rows) {
      const field = `${name}.${row}`;
      const [option = rest, ...more] = new Set(filledValues(fields, field));
      if (option === undefined) continue;
      if (more.length === 0 && part.options.includes(option)) value[row] = option;
      else errors.push({ field, code: "unknown-option" });
    }
    if (errors.length > 0) return { errors };
    return Object.keys(value).length > 0 ? { value } : {};
  },
  schema(part) {
    const option = z.enum(part.options).optional();
    return z
      .strictObject(Object.fromEntries(part.rows.map((row) => [row, option])))
      .refine((value) => Object.values(value).some((chosen) => chosen !== undefined));
  },
  sanitize(part) {
    const rows = new Set(part.rows);
    const options = new Set<unknown>(part.options);
    return (value) => {
      if (!isObject(value)) return undefined;
      let known = 0;
      let all = 0;
      for (const row in value) {
        all += 1;
        if (rows.has(row) && options.has(value[row])) known += 1;
      }
      if (known === 0) return undefined;
      if (known === all) return value as Readonly<Record<string, string>>;
      return Object.fromEntries(
        Object.entries(value).filter(([row, option]) => rows.has(row) && options.has(option)),
      ) as Record<string, string>;
    };
  },
  completeness:
    ({ rows }) =>
    (value) =>
      isObject(value) && rows.every((row) => value[row] !== undefined),
  summary(part, value) {
    const chosen = value as Readonly<Record<string, string>>;
    const rows = part.rows.flatMap((row) => (chosen[row] === undefined ? [] : [{ row, option: chosen[row] }]));
    return { kind: "matrix", rows };
  },
  texts: (part, at) => ({
    required: [
      ...part.rows.map((row) => `${at}.row.${row}`),
      ...part.options.map((id) => `${at}.option.${id}`),
      ...(part.allAtOnce ? [`${at}.all`] : []),
    ],
    optional: [],
  }),
};

function isObject(value: unknown): value is Readonly<Record<string, unknown>> & PartValue {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
