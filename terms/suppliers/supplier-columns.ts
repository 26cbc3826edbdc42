/** All there is to know of a column of the suppliers table; its words stand in the texts of the team. */
type ColumnEntry = {
  /** Whether it is shown where nobody chose. */
  readonly isUsual: boolean;
  /** Whether what stands in it tells what answers on North Korean labour came to. */
  readonly tellsNorthKorea: boolean;
};

/** The columns of the suppliers table, in their usual order. The name always stands first, and is frozen there. */
const entries = {
  name: { isUsual: true, tellsNorthKorea: false },
  rating: { isUsual: true, tellsNorthKorea: false },
  confidence: { isUsual: true, tellsNorthKorea: true },
  tiers: { isUsual: true, tellsNorthKorea: false },
  dprk: { isUsual: true, tellsNorthKorea: true },
  driver: { isUsual: true, tellsNorthKorea: true },
  change: { isUsual: true, tellsNorthKorea: true },
  signed: { isUsual: true, tellsNorthKorea: false },
  expected: { isUsual: false, tellsNorthKorea: false },
  // What was found, and what is asked for because of it, may be about North Korean labour, and so its number tells.
  findings: { isUsual: false, tellsNorthKorea: true },
  actions: { isUsual: false, tellsNorthKorea: true },
  owner: { isUsual: false, tellsNorthKorea: false },
  tags: { isUsual: false, tellsNorthKorea: false },
  // How long somebody goes on answering moves with how much is asked.
  answered: { isUsual: false, tellsNorthKorea: true },
} as const satisfies Readonly<Record<string, ColumnEntry>>;

export type SupplierColumn = keyof typeof entries;
/** Those that can be chosen, left out and moved. */
export type ChosenColumn = Exclude<SupplierColumn, "name">;

const supplierColumns = Object.keys(entries) as readonly SupplierColumn[];

export const choosableColumns = supplierColumns.filter((column): column is ChosenColumn => column !== "name");

/** What is shown where nobody chose. */
export const usualColumns = choosableColumns.filter((column) => entries[column].isUsual);

export function columnTellsNorthKorea(column: SupplierColumn): boolean {
  return entries[column].tellsNorthKorea;
}
