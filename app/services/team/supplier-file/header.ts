import { isEmail } from "#app/services/team/sign-in/password-rules";
import type { ImportField } from "#terms/suppliers/import-fields";
import { type Mapping, matchColumns } from "./columns";
import { type CountryReader, countryReader, isCountry } from "./country-reader";
import type { FileRow } from "./rows";

/** Where the headings are, what the columns mean by them, and the rows below. */
export type ListHeader = {
  readonly header: readonly string[];
  readonly mapping: Mapping;
  readonly rows: readonly FileRow[];
  readonly hasHeader: boolean;
};

/** Rows looked at for headings: exports often begin with a title and a date. */
const looked = 10;

/** A row with an address or a country in it is a supplier, not a heading. */
function isData(row: FileRow, countryOf: CountryReader): boolean {
  return row.cells.some((cell) => isEmail(cell.trim()) || isCountry(cell, countryOf));
}

function share(rows: readonly FileRow[], column: number, test: (cell: string) => boolean): number {
  const cells = rows.map(({ cells }) => cells[column]?.trim() ?? "").filter((cell) => cell !== "");
  return cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
}

/** Fills in by what the cells look like: addresses are e-mail, names of countries are countries, the first other column is the name. */
function byContent(mapping: Mapping, rows: readonly FileRow[], countryOf: CountryReader): Mapping {
  const sample = rows.slice(0, 50);
  const width = Math.max(0, ...sample.map(({ cells }) => cells.length));
  const found: Partial<Record<ImportField, number>> = { ...mapping };
  const free = (column: number) => !Object.values(found).includes(column);
  const best = (test: (cell: string) => boolean) =>
    Array.from({ length: width }, (_, column) => column).find(
      (column) => free(column) && share(sample, column, test) > 0.5,
    );
  found.email ??= best((cell) => isEmail(cell));
  found.country ??= best((cell) => isCountry(cell, countryOf));
  found.name ??= best((cell) => /\p{L}{2}/u.test(cell) && !isEmail(cell));
  return Object.fromEntries(Object.entries(found).filter(([, column]) => column !== undefined));
}

/** Finds headings and what the columns mean. Without headings, columns are told by their cells. */
export function readHeader(rows: readonly FileRow[]): ListHeader {
  const countryOf = countryReader();
  const candidates = rows.slice(0, looked).map((row, place) => ({ place, mapping: matchColumns(row.cells), row }));
  // A heading can be a country's code as well: "Nr" is Nauru.
  const known = candidates.find(
    ({ mapping, row }) => Object.keys(mapping).length >= 2 && !row.cells.some((cell) => isEmail(cell.trim())),
  );
  const first = rows[0];
  const at = known?.place ?? (first && isData(first, countryOf) ? -1 : 0);
  const below = rows.slice(at + 1);
  const header = at >= 0 ? (rows[at]?.cells ?? []) : [];
  return { header, rows: below, hasHeader: at >= 0, mapping: byContent(matchColumns(header), below, countryOf) };
}
