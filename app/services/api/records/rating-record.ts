import * as z from "zod";
import type { RestrictedRatedView } from "#app/views/team/supplier/restricted";
import type { RatedView } from "#app/views/team/supplier/supplier-page";
import { bands } from "#terms/bands";
import { dprkStates } from "#terms/dprk-states";
import { legalStatuses } from "#terms/laws/legal-statuses";
import { instant } from "./parts";

const band = z.enum(bands);
const reason = z.strictObject({ code: z.string(), text: z.string(), points: z.number() });

/** Everything of a rating that moves with answers on North Korean labour. */
const figures = z.strictObject({
  score: z.number(),
  scoreBand: band.meta({ description: "The band of the points alone" }),
  bounds: z.strictObject({ medium: z.number(), high: z.number(), critical: z.number() }),
  confidence: z.number(),
  confidenceParts: z.array(z.strictObject({ part: z.string(), points: z.number(), most: z.number().optional() })),
  northKorea: z.enum(dprkStates),
  isDisclosed: z.boolean(),
  statuses: z.array(z.strictObject({ name: z.string(), status: z.enum(legalStatuses) })),
  floor: z
    .strictObject({
      band,
      lifts: z.boolean(),
      isUnverified: z.boolean(),
      reasons: z.array(z.strictObject({ question: z.string(), text: z.string(), band, isUnverified: z.boolean() })),
    })
    .optional(),
  why: z.strictObject({ raised: z.array(reason), lowered: z.array(reason) }),
  steps: z.array(
    z.strictObject({
      kind: z.enum(["inherent", "control", "adverse", "cap"]),
      code: z.string(),
      text: z.string(),
      from: z.string().meta({ description: "The arithmetic, in words" }),
      source: z.string(),
      questions: z.array(z.string()),
      points: z.number(),
      start: z.number(),
      end: z.number(),
    }),
  ),
  sums: z.strictObject({
    ...{ inherent: z.number(), controls: z.number(), residual: z.number(), adverse: z.number(), over: z.number() },
  }),
});

/** One rating with its steps, which add up to its score. */
export const ratingRecord = z.strictObject({
  id: z.string(),
  supplier: z.string(),
  at: instant,
  band,
  isNewest: z.boolean(),
  isVoid: z.boolean(),
  isRestricted: z.boolean().meta({ description: "Whether figures and reasons are left out" }),
  versions: z.array(
    z.strictObject({ what: z.enum(["questionnaire", "ruleSet", "edition"]), name: z.string(), hash: z.string() }),
  ),
  figures: figures.optional(),
});
export type RatingRecord = z.output<typeof ratingRecord>;

/** What the page of a supplier says of a rating, for programs. */
export function ratingRecordOf(of: { supplier: string; id: string }, view: RatedView): RatingRecord {
  const { rating, newest, voided } = view;
  const { at, band: own, versions, floor, why, steps, dprk, disclosed, statuses, sums } = rating;
  const { score, scoreBand, bounds, confidence, confidenceParts } = rating;
  return {
    ...{ ...of, at: at.iso, band: own, isNewest: newest, isVoid: voided !== undefined, isRestricted: false },
    versions: versions.map((one) => ({ ...one })),
    figures: {
      ...{ score, scoreBand, bounds, confidence, northKorea: dprk, isDisclosed: disclosed, sums },
      confidenceParts: confidenceParts.map(({ part, points, most }) => ({ part, points, most })),
      statuses: statuses.map((one) => ({ ...one })),
      floor: floor && {
        ...{ band: floor.band, lifts: floor.lifts, isUnverified: floor.unverified },
        reasons: floor.reasons.map(({ question, text, band, unverified }) => ({
          ...{ question, text, band, isUnverified: unverified },
        })),
      },
      why: { raised: why.raised.map((one) => ({ ...one })), lowered: why.lowered.map((one) => ({ ...one })) },
      steps: steps.map(({ kind, code, text, from, source, questions, points, start, end }) => ({
        ...{ kind, code, text, from, source, questions: [...questions], points, start, end },
      })),
    },
  };
}

/** The same for whoever does not see answers on North Korean labour: alike for every supplier, whatever it answered. */
export function restrictedRecord(
  of: { supplier: string; id: string },
  { rating, newest, voided }: RestrictedRatedView,
): RatingRecord {
  return {
    ...{ ...of, at: rating.at.iso, band: rating.band, isNewest: newest, isVoid: voided !== undefined },
    isRestricted: true,
    versions: rating.versions.map((one) => ({ ...one })),
  };
}
