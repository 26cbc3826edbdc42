import type { DprkState, TableBand } from "#db/supplier-table";

export type RatedBand = Exclude<TableBand, "none">;

/** Kept by their place here, so that they sort by what they mean. Never reorder: databases hold the numbers. */
export const bands: readonly RatedBand[] = ["low", "medium", "high", "critical"];
export const dprkStates: readonly DprkState[] = [
  "no-checked",
  "no-not-checked",
  "unknown",
  "past-before",
  "past-after",
  "present",
];
