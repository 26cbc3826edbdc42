/** The columns that the suppliers table can be sorted by. */
export const supplierSorts = [
  "rating",
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
