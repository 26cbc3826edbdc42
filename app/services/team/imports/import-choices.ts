import * as z from "zod";
import { recordId } from "#app/services/context/inputs";
import { encodings, findEncoding } from "#app/services/team/supplier-file/decode";
import { separators } from "#app/services/team/supplier-file/rows";
import { countries } from "#scoring/editions/index";
import { type ImportField, importFields } from "#terms/suppliers/import-fields";

/** An upload, and what a person chose instead of what was found in it. `mapping`: column from 0, or -1 for "not in this file". */
export const importChoices = z.object({
  upload: recordId,
  encoding: z.enum(encodings).optional(),
  separator: z.enum(separators).optional(),
  mapping: z.partialRecord(z.enum(importFields), z.int().min(-1).max(9_999)).default({}),
  /** ISO 3166-1 alpha-2 of the country that all suppliers of the list are in, where no column says it. */
  oneCountry: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
});

export type ImportChoices = z.output<typeof importChoices>;

/** Rows of a file by what happened to them. */
export const importCounts = z.object({ added: z.int(), changed: z.int(), unchanged: z.int(), refused: z.int() });

/**
 * Reads choices from an address: `encoding`, `separator`, `oneCountry`, `column.name` with a place, or `read.0` with a field.
 * With `columns=all` every column says what it is, so a field that none is stands in none. What it says wrongly is not chosen.
 */
export function choicesIn(query: URLSearchParams): Omit<ImportChoices, "upload"> {
  const mapping: Partial<Record<ImportField, number>> = {};
  for (const field of importFields) {
    const column = query.get(`column.${field}`) ?? "";
    if (/^(-1|\d{1,4})$/.test(column)) mapping[field] = Number(column);
  }
  for (const [name, value] of query) {
    const field = importFields.find((one) => one === value);
    const column = /^read\.(\d{1,4})$/.exec(name)?.[1];
    if (field && column !== undefined) mapping[field] ??= Number(column);
  }
  if (query.get("columns") === "all") for (const field of importFields) mapping[field] ??= -1;
  return {
    encoding: findEncoding(query.get("encoding")),
    separator: separators.find((separator) => separator === query.get("separator")),
    oneCountry: countries.countries.find(({ iso2 }) => iso2 === query.get("oneCountry"))?.iso2,
    mapping,
  };
}

/** How a country is written in a column that is added to a list: its code may mean something else there. */
export function countryName(iso2: string | undefined): string | undefined {
  return countries.countries.find((country) => country.iso2 === iso2)?.name;
}
