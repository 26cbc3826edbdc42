/** A row of a collected table: column name to text. */
export type CsvRow = Record<string, string>;

/** The file of each table in `sources/`; `sources/SOURCES.md` says where it comes from. */
export const tableFiles = {
  countries: "countries.csv",
  tiers: "tip_tiers.csv",
  goods: "dol_goods.csv",
  goodsOfNovember: "dol_goods_additions_2026-11.csv",
  downstream: "dol_downstream_goods.csv",
  downstreamOfNovember: "dol_downstream_additions_2026-11.csv",
  goodsChapters: "goods_chapters.csv",
  hosts: "dprk_labor.csv",
  hostsOfNovember: "dprk_labor_additions_2026-11.csv",
  hsChapters: "hs_chapters.csv",
  materialChapters: "material_chapters.csv",
  sectors: "sector_risk.csv",
  serviceSectors: "service_sectors.csv",
  migrantStock: "migrant_stock.csv",
  migrantReports: "migrant_labour_reports.csv",
  orders: "wro.csv",
  ordersInForce: "wro_cbp_2026-06-23.csv",
  orderNotes: "order_notes.csv",
  entities: "uflpa_entities.csv",
  prioritySectors: "uflpa_priority_sectors.csv",
  clocks: "detention_clocks.csv",
  references: "references.csv",
} as const;

type TableName = keyof typeof tableFiles;

/** Gives the rows of a collected table, each with the columns that its publisher's facts were noted in. */
export type SourceTables = (name: TableName) => CsvRow[];

/** The tables that a published file takes its content from; the first list of materials is this project's own. */
export function tablesOf(file: string): readonly TableName[] {
  return file.startsWith("tip-") ? ["tiers"] : (tablesOfLists[file] ?? []);
}

const tablesOfLists: Readonly<Record<string, readonly TableName[]>> = {
  countries: ["countries"],
  goods: ["goods", "downstream"],
  "goods-2026.2": ["goods", "goodsOfNovember", "downstream", "downstreamOfNovember", "goodsChapters", "references"],
  hosts: ["hosts", "hsChapters", "sectors"],
  "hosts-2026.2": ["hosts", "hostsOfNovember", "hsChapters", "sectors", "references"],
  "hs-chapters": ["hsChapters"],
  "materials-2026.2": ["materialChapters", "references"],
  sectors: ["sectors"],
  "service-sectors": ["serviceSectors", "references"],
  "migrant-labour": ["migrantStock", "migrantReports"],
  enforcement: ["orders", "ordersInForce", "orderNotes", "entities", "prioritySectors", "references"],
  clocks: ["clocks", "references"],
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

/** Splits a cell by the semicolons that stand outside of brackets. */
export function readSentences(row: CsvRow, column: string): string[] {
  return (row[column] ?? "").split(/;(?![^(]*\))/).flatMap((item) => item.trim() || []);
}

/** The doubt about a row in its last two columns; none where they are empty. */
export function readDoubt(row: CsvRow): { kind: string | undefined; text: string } | undefined {
  return row.doubt ? { kind: row.doubt_kind, text: row.doubt } : undefined;
}

/** A sorted copy, by code unit, so that every machine writes the same order. */
export function sortBy<T>(items: T[], key: (item: T) => string | undefined): T[] {
  const keyed = items.map((item) => ({ item, at: key(item) ?? "" }));
  return keyed.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).map(({ item }) => item);
}
