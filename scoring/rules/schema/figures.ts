import { z } from "zod";

/** All figures are whole, points, percent or months, so that they can be checked by hand and their sums are exact. */
export const Points = z.int().min(0).max(100);
export const Percent = z.int().min(0).max(100);
/** Code of a question. */
export const Code = z.string().regex(/^[A-Z][0-9]{1,2}$/);
export const Id = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/);
/** Points that grow with a share, all of them from `fullAt` percent on. */
export const Scale = z.strictObject({ points: Points, fullAt: Percent });
/** Points that are all there once a share is above a bound, in percent. */
const Step = z.strictObject({ points: Points, above: Percent });
export const ScaleOrStep = z.union([Scale, Step]);
export type ScaleOrStep = z.infer<typeof ScaleOrStep>;

/** Percent that an answer counts by its best document. */
export const Evidence = z.strictObject({
  none: Percent,
  rejected: Percent,
  expired: Percent,
  attached: Percent,
  accepted: Percent,
  verified: Percent,
});
