import * as z from "zod";
import { recordId } from "#app/services/context/inputs";
import { encodings, findEncoding } from "#app/services/team/supplier-file/decode";
import { separators } from "#app/services/team/supplier-file/rows";
import { type ImportField, importFields } from "#terms/suppliers/import-fields";

/** An upload, and what a person chose instead of what was found in it. `mapping`: column from 0, or -1 for "not in this file". */
export const importChoices = z.object({
  upload: recordId,
  encoding: z.enum(encodings).optional(),
  separator: z.enum(separators).optional(),
  mapping: z.partialRecord(z.enum(importFields), z.int().min(-1).max(9_999)).default({}),
});

export type ImportChoices = z.output<typeof importChoices>;

/** Rows of a file by what happened to them. */
export const importCounts = z.object({ added: z.int(), changed: z.int(), unchanged: z.int(), refused: z.int() });

/** Reads choices from an address: `encoding`, `separator`, `column.name` and so on. What it says wrongly is not chosen. */
export function choicesIn(query: URLSearchParams): Omit<ImportChoices, "upload"> {
  const mapping: Partial<Record<ImportField, number>> = {};
  for (const field of importFields) {
    const column = query.get(`column.${field}`) ?? "";
    if (/^(-1|\d{1,4})$/.test(column)) mapping[field] = Number(column);
  }
  return {
    encoding: findEncoding(query.get("encoding")),
    separator: separators.find((separator) => separator === query.get("separator")),
    mapping,
  };
}
