import { type CountryReader, countryReader, isCountry } from "#app/services/team/supplier-file/country-reader";
import type { FileRow } from "#app/services/team/supplier-file/rows";
import { subdivisionCodes } from "./subdivisions";

/** What stands in a column, as shares (0 to 1) of the cells that are not empty. */
export type ColumnCells = {
  readonly filled: number;
  /** Different cells among those that are filled. */
  readonly distinct: number;
  readonly emails: number;
  /** Numbers and codes: a digit, and nothing that reads like a word. */
  readonly codes: number;
  readonly texts: number;
  /** Countries written out. */
  readonly countryNames: number;
  /** Countries written out or as codes of two or three letters. */
  readonly countries: number;
  /** Codes of two letters that are all states or provinces of one country. */
  readonly areSubdivisions: boolean;
  /** Names with a legal form, such as "Ltd". */
  readonly companies: number;
};

/** Rows looked at. */
const looked = 300;
const noName = /^(n\/?a|#n\/a|none|null|nil|unknown|[-–—.?]+)$/i;
/** Legal forms and words of company names, where a word ends there. */
const companyWords =
  /(^|[\s,.(（])(ltd|limited|llc|l\.l\.c|inc|incorporated|corp|corporation|company|co\.?,? ?ltd|co|plc|pvt|private|pte|pty|gmbh|ag|kg|ohg|e\.k|s\.?a\.?r\.?l|s\.?a\.?s|s\.?a|s\.?r\.?l|s\.?p\.?a|s\.?l|s\.?r\.?o|a\.?s|a\/s|aps|ab|oy|oyj|b\.?v|n\.?v|kft|zrt|sp\.? ?z ?o\.? ?o|ltda|eireli|jsc|ooo|оoo|ооо|ао|зао|тов|ltd\.? ?şti|a\.?ş|tnhh|công ty|pt|cv|tbk|factory|mills?|industr(y|ies)|garments?|textiles?|manufactur\w+|fabrik|works)([\s,.)）]|$)|有限|公司|集团|集團|工厂|工廠|株式会社|㈱|有限会社|주식회사|㈜|\(주\)|บริษัท|شركة|مصنع|লিমিটেড/iu;

export const isEmailCell = (cell: string) => /\S@\S+\.\S/.test(cell);
/** A cell that is a number or a code, such as "0000100234", "V-1001" or "CID000999". */
export function isCodeCell(cell: string): boolean {
  const digits = cell.match(/\d/g)?.length ?? 0;
  if (digits === 0) return false;
  if (!/\s/.test(cell) && digits >= cell.length * 0.3) return true;
  const letters = cell.match(/\p{L}/gu)?.length ?? 0;
  return letters <= 6 && !/\p{L}{4}|\p{L}\p{M}*\s+\p{L}|\p{Lo}{2}/u.test(cell);
}
export const hasCompanyWord = (cell: string) => companyWords.test(cell);

const isCountryCode = (cell: string, countryOf: CountryReader) =>
  /^[A-Z]{2,3}$/.test(cell) && "iso2" in countryOf(cell);

/**
 * The share of cells that are countries written out. Searching for near misses takes milliseconds for each text, so a column is
 * given up after a few that are none.
 */
function countryNameShare(cells: readonly string[], countryOf: CountryReader): number {
  let found = 0;
  let unknown = 0;
  for (const cell of cells) {
    if (cell.length > 3 && isCountry(cell, countryOf)) found++;
    else unknown++;
    if (unknown > 6 && unknown > found) return found / cells.length;
  }
  return cells.length === 0 ? 0 : found / cells.length;
}

/** Looks at the cells of a column, without those that say that there is nothing. */
export function columnCells(rows: readonly FileRow[], column: number): ColumnCells {
  const countryOf = countryReader();
  const cells = rows
    .slice(0, looked)
    .map(({ cells }) => cells[column]?.trim() ?? "")
    .filter((cell) => cell !== "" && !noName.test(cell));
  const different = new Set(cells);
  const share = (test: (cell: string) => boolean) =>
    cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
  const countryNames = countryNameShare(cells, countryOf);
  return {
    filled: cells.length,
    distinct: different.size,
    emails: share(isEmailCell),
    codes: share(isCodeCell),
    texts: share((cell) => /\p{L}/u.test(cell) && !isCodeCell(cell) && !isEmailCell(cell)),
    countryNames,
    countries: countryNames + share((cell) => isCountryCode(cell, countryOf)),
    areSubdivisions:
      cells.length > 0 && subdivisionCodes.some((codes) => [...different].every((cell) => codes.has(cell))),
    companies: share(hasCompanyWord),
  };
}
