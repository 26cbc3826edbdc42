/** Points from 0 to 100: `from` belongs to the range, `below` does not. */
export type PointRange = { readonly from?: number; readonly below?: number };

/** Ranges of confidence. Under 50 points nothing good is proven. */
export const confidenceRanges = {
  "under-50": { below: 50 },
  "50-74": { from: 50, below: 75 },
  "75-up": { from: 75 },
} as const satisfies Readonly<Record<string, PointRange>>;
