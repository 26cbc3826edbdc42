import { isEmail } from "#app/services/team/sign-in/passwords/password-rules";
import { importFields } from "#terms/suppliers/import-fields";
import { type Mapping, mappingOf } from "./columns";
import { hasCompanyWord } from "./columns/cells";
import { headingMeaning } from "./columns/headings";
import { type ColumnReading, readColumns } from "./columns/read-columns";
import { type CountryReader, countryReader, isCountry } from "./country-reader";
import { type FileRow, mostRows, type Rows } from "./rows";

/** Where the headings are, what the columns mean by them, and the rows below. */
export type ListHeader = {
  /** Rows below those, which one list may not have: they are left for the next. */
  readonly left: number;
  readonly header: readonly string[];
  readonly columns: readonly ColumnReading[];
  readonly mapping: Mapping;
  readonly rows: readonly FileRow[];
  readonly hasHeader: boolean;
};

/** Rows looked at for headings: exports often begin with a title and a date. */
const looked = 10;
const isDate = (cell: string) => /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b/.test(cell.trim());

/** A row with an address, a country, a date or a company in it is no heading. */
function isData(row: FileRow, countryOf: CountryReader): boolean {
  return row.cells
    .map(asHeading)
    .some(
      (cell) =>
        isEmail(cell.trim()) ||
        isDate(cell) ||
        isCountry(cell, countryOf) ||
        (hasCompanyWord(cell) && cell.trim().includes(" ")),
    );
}

/** Signs of a cell that are looked at for what it means as a heading, and shown of it. */
const longestHeading = 300;
const asHeading = (cell: string) => cell.slice(0, longestHeading);

/** How many different things the headings of a row mean. */
function meanings(row: FileRow): number {
  return new Set(row.cells.map((cell) => headingMeaning(asHeading(cell))?.field).filter((field) => field !== undefined))
    .size;
}

/** Finds headings and what the columns mean, by both headings and cells. Without headings, columns are told by their cells. */
export function readHeader(rows: readonly FileRow[]): ListHeader {
  const countryOf = countryReader();
  // A heading can be a country's code as well: "Nr" is Nauru.
  const known = rows
    .slice(0, looked)
    .findIndex((row) => meanings(row) >= 2 && !row.cells.some((cell) => isEmail(cell.trim())));
  const first = rows[0];
  const isKnown = first !== undefined && meanings(first) > 0 && first.cells.length === 1;
  const at = known >= 0 ? known : first && !isKnown && isData(first, countryOf) ? -1 : 0;
  const below = rows.slice(at + 1);
  const header = at >= 0 ? (rows[at]?.cells ?? []).map(asHeading) : [];
  const hasHeader = at >= 0;
  const columns = readColumns(header, below, hasHeader);
  const left = Math.max(0, below.length - mostRows);
  const mapping = mappingOf(columns);
  return { header, columns, rows: left > 0 ? below.slice(0, mostRows) : below, left, hasHeader, mapping };
}

/** What a person said about the columns of a list. */
export type ColumnChoices = {
  /** Places of columns by what they hold; -1 for what stands in none. */
  readonly mapping: Mapping;
  /** Name of the country that all suppliers of the list are in, where no column says it. */
  readonly oneCountry?: string;
};

/** Reads a list as a person chose it to be read, and as it is found where nothing was chosen. */
export function readList({ rows, left }: Pick<Rows, "rows" | "left">, choices: ColumnChoices): ListHeader {
  const list = readHeader(rows);
  return chooseColumns({ ...list, left: list.left + left }, choices);
}

/** A list as it was found, read as a person chose. */
export function chooseColumns(found: ListHeader, { mapping, oneCountry }: ColumnChoices): ListHeader {
  const chosen = withChoices(found, mapping);
  return oneCountry === undefined ? chosen : withCountry(chosen, oneCountry);
}

function withChoices(list: ListHeader, chosen: Mapping): ListHeader {
  const taken = new Map(importFields.flatMap((field) => (chosen[field] === undefined ? [] : [[chosen[field], field]])));
  const columns = list.columns.map((reading): ColumnReading => {
    const { column, field } = reading;
    const said = taken.get(column);
    if (said) return { column, field: said, sureness: "chosen" };
    return field !== undefined && chosen[field] !== undefined ? { column, sureness: "chosen" } : reading;
  });
  return { ...list, columns, mapping: mappingOf(columns) };
}

/** Says the country in a column of its own, behind all others. */
function withCountry(list: ListHeader, country: string): ListHeader {
  const column = list.rows.reduce((most, { cells }) => Math.max(most, cells.length), list.header.length);
  const rows = list.rows.map(({ number, cells }) => ({
    number,
    cells: [...cells, ...new Array<string>(column - cells.length).fill(""), country],
  }));
  const header = list.hasHeader
    ? [...list.header, ...new Array<string>(column - list.header.length).fill(""), "Country"]
    : [];
  return { ...list, header, rows, mapping: { ...list.mapping, country: column } };
}
