import type { FileRow } from "#app/services/team/supplier-file/rows";
import { type ImportField, importFields } from "#terms/suppliers/import-fields";
import { type ColumnCells, columnCells } from "./cells";
import { type HeadingMeaning, headingMeaning, isSubdivisionHeading } from "./headings";

/** Why a column is asked about. */
export type ColumnDoubt =
  /** The heading names the supplier, the cells are numbers. */
  | "numbers-not-names"
  /** The cells are codes that countries have as well as states and provinces. */
  | "states-or-countries"
  /** No heading says so, the cells look like it. */
  | "by-cells"
  /** The heading says so, the cells do not look like it. */
  | "cells-disagree";

/** What a column of a file was read as. */
export type ColumnReading = {
  readonly column: number;
  readonly field?: ImportField;
  /** "chosen" where a person said so; "none" for a column that is left out because nothing in it is asked for. */
  readonly sureness: "sure" | "likely" | "ask" | "chosen" | "none";
  readonly doubt?: ColumnDoubt;
  /** What the doubt is about: what it would be else. */
  readonly instead?: ImportField;
};

type Looked = {
  readonly column: number;
  readonly meaning?: HeadingMeaning;
  readonly isSubdivision: boolean;
  readonly cells: ColumnCells;
};
type Found = Omit<ColumnReading, "column" | "field">;

/** How well the cells of a column fit what a field holds, 0 to 1; a column without a filled cell fits whatever it is called. */
function fitness(field: ImportField, { filled, distinct, ...cells }: ColumnCells): number {
  if (filled === 0) return 1;
  const fits: Readonly<Record<ImportField, number>> = {
    name: Math.min(cells.texts, 1 - cells.emails, distinct > 1 || filled < 4 ? 1 : 0.3),
    country: cells.countries,
    email: cells.emails,
    contact: 1 - Math.max(cells.codes, cells.emails),
    language: 1 - cells.emails,
    externalId: distinct / filled,
    place: 1 - Math.max(cells.codes, cells.emails),
  };
  return fits[field];
}

/** Columns that their headings name for a field, the best first. */
function headed(all: readonly Looked[], field: ImportField): Looked[] {
  const named = all.filter(({ meaning }) => meaning?.field === field);
  const weight = ({ meaning, cells }: Looked) =>
    Math.round(fitness(field, cells) * 4) * 1_000 - (meaning?.isSubject ? 500 : 0) - (meaning?.rank ?? 0);
  return named.sort((one, other) => weight(other) - weight(one) || one.column - other.column);
}

function byHeading(field: ImportField, all: readonly Looked[]): readonly [Looked, Found] | undefined {
  const best = headed(all, field)[0];
  if (!best) return undefined;
  const share = fitness(field, best.cells);
  if (field === "name" && best.meaning?.isSubject && best.cells.codes > 0.5) return undefined;
  if ((field === "contact" || field === "place") && share < 0.5) return undefined;
  if (field === "country" && best.isSubdivision && !areCountries(best.cells)) return undefined;
  // Numbers that come again and again are of something else: an "id" of a category.
  if (field === "externalId" && share < 0.5 && best.cells.filled > 5) return undefined;
  const isName = field === "name" && best.cells.countryNames > 0.5;
  if (isName) return [best, { sureness: "ask", doubt: "cells-disagree", instead: "country" }];
  if (share < 0.5) return [best, { sureness: "ask", doubt: "cells-disagree" }];
  return [best, { sureness: share > 0.9 ? "sure" : "likely" }];
}

/** Whether cells below a heading such as "Stato" are countries: written out, or by codes that no state or province has. */
function areCountries({ countryNames, countries, areSubdivisions }: ColumnCells): boolean {
  return countryNames > 0.5 || (countries > 0.9 && !areSubdivisions);
}

/** A column called "Vendor" that holds numbers: they are the buyer's, and the names stand elsewhere. */
function numbersOfSubject(all: readonly Looked[]): readonly [Looked, Found] | undefined {
  const numbers = all.find(({ meaning, cells }) => meaning?.isSubject && cells.codes > 0.5);
  return numbers && [numbers, { sureness: "ask", doubt: "numbers-not-names", instead: "name" }];
}

function countryByCells(all: readonly Looked[]): readonly [Looked, Found] | undefined {
  const free = all.filter(
    ({ isSubdivision, cells }) => cells.filled > 0 && !(isSubdivision && cells.countryNames < 0.9),
  );
  const named = free.find(({ cells }) => cells.countryNames > 0.5);
  if (named)
    return [named, { sureness: named.meaning ? "ask" : "likely", doubt: named.meaning ? "by-cells" : undefined }];
  const coded = free.find(({ cells }) => cells.countries === 1 && !cells.areSubdivisions);
  return coded && [coded, { sureness: "likely" }];
}

function nameByCells(all: readonly Looked[], hasHeader: boolean): readonly [Looked, Found] | undefined {
  const could = all.filter(
    ({ meaning, cells }) =>
      meaning === undefined &&
      cells.texts > 0.6 &&
      cells.countryNames < 0.5 &&
      !(cells.filled > 3 && cells.distinct < cells.filled * 0.5),
  );
  const company = could.find(({ cells }) => cells.companies > 0.3);
  if (company) return [company, { sureness: "likely" }];
  // Where headings stand over the columns and none of them says "name", nothing but a company's name is guessed to be one.
  const first = hasHeader ? undefined : could[0];
  return first && [first, { sureness: "ask", doubt: "by-cells" }];
}

/**
 * Finds out what each column holds, by its heading and by its cells: both have to agree, else it is asked. Each field has one
 * column at most. Of two columns that say the same the one whose cells fit better counts.
 */
export function readColumns(
  header: readonly string[],
  rows: readonly FileRow[],
  hasHeader: boolean,
): readonly ColumnReading[] {
  const width = rows.slice(0, 300).reduce((most, { cells }) => Math.max(most, cells.length), header.length);
  const all = Array.from({ length: width }, (_, column): Looked => {
    const heading = header[column] ?? "";
    return {
      column,
      meaning: headingMeaning(heading),
      isSubdivision: isSubdivisionHeading(heading),
      cells: columnCells(rows, column),
    };
  });
  const readings = new Map<number, ColumnReading>();
  const take = (field: ImportField, find: (free: readonly Looked[]) => readonly [Looked, Found] | undefined) => {
    if ([...readings.values()].some((reading) => reading.field === field)) return;
    const found = find(all.filter(({ column }) => !readings.has(column)));
    if (found) readings.set(found[0].column, { column: found[0].column, field, ...found[1] });
  };
  for (const field of importFields) take(field, (free) => byHeading(field, free));
  take("externalId", numbersOfSubject);
  take("email", (free) => {
    const found = free.find(({ cells }) => cells.emails > 0.5);
    return found && [found, { sureness: "likely" }];
  });
  take("country", countryByCells);
  take("name", (free) => nameByCells(free, hasHeader));
  return all.map((looked) => readings.get(looked.column) ?? leftOut(looked, readings));
}

/** A column that is left out, and is asked about where it may be the country that is missing. */
function leftOut({ column, cells, isSubdivision }: Looked, taken: ReadonlyMap<number, ColumnReading>): ColumnReading {
  const hasCountry = [...taken.values()].some(({ field }) => field === "country");
  if (hasCountry || isSubdivision || cells.countries < 1) return { column, sureness: "none" };
  return { column, sureness: "ask", doubt: "states-or-countries", instead: "country" };
}
