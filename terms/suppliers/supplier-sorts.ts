/** The columns that the suppliers table can be sorted by. */
export const supplierSorts = [
  "rating",
  "band",
  "expected",
  "name",
  "confidence",
  "country",
  "dprk",
  "signed",
  "change",
  "ref",
] as const;
export type SupplierSort = (typeof supplierSorts)[number];

export type SortDirection = "up" | "down";

/** Whether an order tells what answers on North Korean labour came to: the score moves with them, and so does what is made of it. */
export const sortTellsNorthKorea = {
  rating: true,
  band: false,
  expected: false,
  name: false,
  confidence: true,
  country: false,
  dprk: true,
  signed: false,
  change: true,
  ref: false,
} as const satisfies Readonly<Record<SupplierSort, boolean>>;
