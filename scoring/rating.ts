import { z } from "zod";
import { bands } from "#terms/bands";
import { dprkStates } from "#terms/dprk-states";
import { legalStatuses } from "#terms/laws/legal-statuses";

const BandCode = z.enum(bands);

const Params = z.record(z.string(), z.union([z.string(), z.number()]));

/**
 * One line of the sum, in the order of the arithmetic. Their `points` (two decimals, largest remainder) add up to the
 * score exactly; where they would be past 100, a last step of kind `cap` takes the rest away.
 * `code`: what the step is about (a question, `C`, `S`, `W`, `T`, or a control group); words are the app's business.
 */
export const Step = z.strictObject({
  kind: z.enum(["inherent", "control", "adverse", "cap"]),
  code: z.string(),
  /** Which rule of the rule set, or which part of the inherent arithmetic. */
  rule: z.string(),
  points: z.number(),
  /** The question codes whose answers made it. */
  questions: z.array(z.string()),
  params: Params,
  /** Where a figure comes from: an edition, a list, a rule set. */
  source: z.string(),
});
export type Step = z.infer<typeof Step>;

export const Floor = z.strictObject({
  band: BandCode,
  reasons: z.array(
    z.strictObject({
      question: z.string(),
      rule: z.string(),
      disclosed: z.boolean(),
      /** No fact: nobody knows whether the knock-out is met, and the band is held until it is answered. */
      unverified: z.literal(true).optional(),
    }),
  ),
});
export type Floor = z.infer<typeof Floor>;

/** What the steps come to without the points of the knock-outs that hold the floor. */
export const Remaining = z.strictObject({ score: z.number(), band: BandCode });
export type Remaining = z.infer<typeof Remaining>;

export const SiteRisk = z.strictObject({
  site: z.string(),
  country: z.string(),
  tier: z.string(),
  workers: z.number(),
  C: z.number(),
  S: z.number(),
  W: z.number(),
  T: z.number(),
  inherent: z.number(),
});
export type SiteRisk = z.infer<typeof SiteRisk>;

/** What costs confidence beside its parts, or within consistency, in points; `paper`: questions of which one needs an accepted document. */
export const ConfidenceFinding = z.strictObject({
  id: z.string(),
  of: z.enum(["total", "consistency"]),
  points: z.number(),
  questions: z.array(z.string()),
  paper: z.array(z.string()),
});
export type ConfidenceFinding = z.infer<typeof ConfidenceFinding>;

const Versioned = z.strictObject({ id: z.string(), hash: z.string() });

/**
 * What holds a band, all of it together: the knock-outs whose floor is over the next better band, and the points that the
 * score has to lose. Which single answers would be enough is looked for by whoever shows a rating.
 */
export const NearestChange = z.strictObject({
  from: BandCode,
  to: BandCode,
  /** Points that the score must lose to be in `to` by itself; 0 where it is already. */
  points: z.number(),
  /** Every knock-out that must be settled first. Ratings of before it was listed do not have it. */
  floors: z.array(z.strictObject({ question: z.string(), rule: z.string() })).optional(),
  /** Of ratings of before: one answer that was named alone. It is not shown any more, for others may hold the band too. */
  question: z.string().optional(),
  rule: z.string().optional(),
  heldByFloor: z.boolean(),
});
export type NearestChange = z.infer<typeof NearestChange>;

/**
 * A rating is a record: it names all it was made from, and is never overwritten. All figures in points, 0 to 100, two
 * decimals, unless said otherwise; higher is worse.
 */
export const Rating = z.strictObject({
  questionnaire: Versioned,
  ruleSet: Versioned,
  edition: Versioned,
  /** Inherent risk before controls. */
  inherent: z.number(),
  /** Share of the available control points earned, 0 to 100. */
  controls: z.number(),
  controlGroups: z.array(
    z.strictObject({
      group: z.string(),
      weight: z.number(),
      score: z.number(),
      earned: z.number(),
      available: z.number(),
    }),
  ),
  residual: z.number(),
  /** A factor with four decimals, 0.8 to 1.4 in the standard rule set. */
  countryFactor: z.number(),
  /** Sum of red flag points before the country factor. */
  redFlags: z.number(),
  /** A: that sum times the country factor, where the rule set lets it take a share of what is left to 100. */
  weightedFlags: z.number().optional(),
  adverse: z.number(),
  score: z.number(),
  /** After the floor. */
  band: BandCode,
  /** What the score alone says. */
  scoreBand: BandCode,
  floor: Floor.nullable(),
  /** Null without a floor: nothing is left out. Ratings of before there was this figure do not have it. */
  remaining: Remaining.nullish(),
  disclosed: z.boolean(),
  /** Questions that cannot be answered on legal advice: said in those words and never called bad. */
  withheld: z.array(z.string()).optional(),
  /** 0 to 100, higher is better. The sum of its parts, less what findings take off the whole. */
  confidence: z.number(),
  confidenceFindings: z.array(ConfidenceFinding).optional(),
  confidenceParts: z.strictObject({
    completeness: z.number(),
    evidence: z.number(),
    consistency: z.number(),
    freshness: z.number(),
    signature: z.number(),
  }),
  dprkLabour: z.enum(dprkStates),
  /** By regime id, and `buyer-code`. */
  statuses: z.record(z.string(), z.enum(legalStatuses)),
  sites: z.array(SiteRisk),
  steps: z.array(Step),
  /** Ids of the contradictions found. */
  contradictions: z.array(z.string()),
  /** Questions asked and left blank. */
  blanks: z.array(z.string()),
  /** Sites or goods that a partial scope (A1) leaves out: "not declared". */
  partialScope: z.boolean(),
  nearest: NearestChange.nullable(),
});
export type Rating = z.infer<typeof Rating>;
