/** A row of a collected table: column name to text. */
export type CsvRow = Record<string, string>;

/** The collected tables, each with the columns its publisher's facts were noted in. */
export type SourceTables = {
  countries: CsvRow[];
  tiers: CsvRow[];
  goods: CsvRow[];
  downstream: CsvRow[];
  hosts: CsvRow[];
  hsChapters: CsvRow[];
  sectors: CsvRow[];
  migrantStock: CsvRow[];
  migrantReports: CsvRow[];
};

/** The file of each table in `sources/`; `sources/SOURCES.md` says where it comes from. */
export const tableFiles: Readonly<Record<keyof SourceTables, string>> = {
  countries: "countries.csv",
  tiers: "tip_tiers.csv",
  goods: "dol_goods.csv",
  downstream: "dol_downstream_goods.csv",
  hosts: "dprk_labor.csv",
  hsChapters: "hs_chapters.csv",
  sectors: "sector_risk.csv",
  migrantStock: "migrant_stock.csv",
  migrantReports: "migrant_labour_reports.csv",
};

/** The tables that a published file takes its content from; the list of materials is this project's own. */
export function tablesOf(file: string): readonly (keyof SourceTables)[] {
  return file.startsWith("tip-") ? ["tiers"] : (tablesOfLists[file] ?? []);
}

const tablesOfLists: Readonly<Record<string, readonly (keyof SourceTables)[]>> = {
  countries: ["countries"],
  goods: ["goods", "downstream"],
  hosts: ["hosts", "hsChapters", "sectors"],
  "hs-chapters": ["hsChapters"],
  sectors: ["sectors"],
  "migrant-labour": ["migrantStock", "migrantReports"],
};

/** Reads "1" and "0"; anything else is a fault of the table. */
export function readFlag(row: CsvRow, column: string): boolean {
  if (row[column] === "1") return true;
  if (row[column] === "0") return false;
  throw new Error(`${column} must be 0 or 1: ${JSON.stringify(row)}`);
}

export function readWholeNumber(row: CsvRow, column: string): number {
  const text = row[column] ?? "";
  if (!/^\d+$/.test(text)) throw new Error(`${column} must be a whole number: ${JSON.stringify(row)}`);
  return Number(text);
}

/** Splits a cell that holds several values parted by semicolons. */
export function readList(row: CsvRow, column: string): string[] {
  return (row[column] ?? "")
    .split(";")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

/** A sorted copy, by code unit, so that every machine writes the same order. */
export function sortBy<T>(items: T[], key: (item: T) => string | undefined): T[] {
  const keyed = items.map((item) => ({ item, at: key(item) ?? "" }));
  return keyed.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).map(({ item }) => item);
}
