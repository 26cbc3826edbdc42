import * as z from "zod";
import { recordId } from "#app/services/context/inputs";
import { encodings, findEncoding } from "#app/services/team/supplier-file/decode";
import { separators } from "#app/services/team/supplier-file/rows";
import { cellText } from "#app/services/team/supplier-file/supplier-row";
import { countries } from "#scoring/editions/index";
import { type ImportField, importFields } from "#terms/suppliers/import-fields";

/** Cells whose country a person may choose: an address has room for no more. */
const mostCountries = 100;
const iso2 = /^[A-Z]{2}$/;
/** What stands before the text of a cell in the address of a preview. */
const countryPrefix = "country.";

/**
 * An upload, and what a person chose instead of what was found in it. `mapping`: column from 0, or -1 for "not in this file".
 * `countries`: what a country is (ISO 3166-1 alpha-2) by the text of the cell, as `cellText` gives it.
 */
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
  countries: z
    .record(z.string().max(200), z.string().regex(iso2))
    .refine((countries) => Object.keys(countries).length <= mostCountries)
    .default({}),
});

export type ImportChoices = z.output<typeof importChoices>;

/** Rows of a file by what happened to them. */
export const importCounts = z.object({
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  /** Rows that add a contact to the supplier of an earlier row; absent where none does. */
  contact: z.int().optional(),
});

/**
 * Reads choices from an address: `encoding`, `separator`, `oneCountry`, `column.name` with a place, or `read.0` with a field,
 * `country.N. Korea` and so on. With `columns=all` every column says what it is, so a field that none is stands in none. What
 * it says wrongly is not chosen.
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
    countries: countriesIn(query),
  };
}

/** How a country is written in a column that is added to a list: its code may mean something else there. */
export function countryName(iso2: string | undefined): string | undefined {
  return countries.countries.find((country) => country.iso2 === iso2)?.name;
}

function countriesIn(query: URLSearchParams): Record<string, string> {
  const chosen = [...query].flatMap(([name, code]) => {
    const cell = name.startsWith(countryPrefix) ? cellText(name.slice(countryPrefix.length)) : "";
    return cell !== "" && cell.length <= 200 && iso2.test(code) ? [[cell, code] as const] : [];
  });
  return Object.fromEntries(chosen.slice(0, mostCountries));
}

export type ImportCounts = z.output<typeof importCounts>;

export const noRows: ImportCounts = { added: 0, changed: 0, unchanged: 0, refused: 0 };

/** The same counts with more rows. */
export function countRows(
  before: ImportCounts,
  rows: readonly { readonly outcome: keyof ImportCounts }[],
): ImportCounts {
  const sum = { ...before };
  for (const { outcome } of rows) sum[outcome] = (sum[outcome] ?? 0) + 1;
  return sum;
}
