/**
 * The four bands of a rating, best first: under 25, under 50, under 75, and up to 100 points in the standard rule set.
 * Never reorder: databases hold a band by its place here.
 */
export const bands = ["low", "medium", "high", "critical"] as const;
export type Band = (typeof bands)[number];

/** As filters list them. */
export const bandsWorstFirst = ["critical", "high", "medium", "low"] as const satisfies readonly Band[];

/** What the suppliers table shows as a band, worst first; `none` stands for a supplier without a rating. */
export const tableBands = ["critical", "high", "medium", "low", "none"] as const;
export type TableBand = (typeof tableBands)[number];

/** The worse of two bands. */
export function worseBand(one: Band, other: Band): Band {
  return bands.indexOf(one) >= bands.indexOf(other) ? one : other;
}

/** The next better band, or undefined for the best. */
export function betterBand(band: Band): Band | undefined {
  return bands[bands.indexOf(band) - 1];
}

/** Under this confidence (0 to 100) a good band is not yet believed. */
export const provenConfidence = 50;
