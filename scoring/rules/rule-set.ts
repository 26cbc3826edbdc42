import { z } from "zod";
import { dprkStates } from "#terms/dprk-states";
import { RuleCondition } from "./rule-condition";

/** All figures are whole, points, percent or months, so that they can be checked by hand and their sums are exact. */
const Points = z.int().min(0).max(100);
const Percent = z.int().min(0).max(100);
const Code = z.string().regex(/^[A-Z][0-9]{1,2}$/);
const Id = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/);
const Scale = z.strictObject({ points: Points, fullAt: Percent });

const Inherent = z.strictObject({
  /** Percent of country, goods, workforce and transparency; 100 together. */
  weights: z.strictObject({ C: Percent, S: Percent, W: Percent, T: Percent }),
  /** Percent that the worst site counts; the rest goes to the mean weighted by workers. */
  worstSite: Percent,
  tiers: z.strictObject({ "1": Points, "2": Points, "2WL": Points, "3": Points, SC: Points, unranked: Points }),
  goods: z.strictObject({ listedHere: Points, exposed: Points, sector: Points, other: Points }),
  workforce: z.strictObject({
    base: Points,
    foreign: Scale,
    indirect: Scale,
    agents: Points,
    origins: z.strictObject({ points: Points, above: Percent, tiers: z.array(z.string()) }),
    housing: z.strictObject({ points: Points, above: Percent }),
  }),
  transparency: z.strictObject({
    origins: z.strictObject({ all: Points, some: Points, none: Points }),
    worst: Points,
  }),
});

/** What is counted one by one: chosen options, matrix rows with an answer, table rows without a cell, numbers above a bound. */
const Each = z.union([
  z.strictObject({ part: z.string(), options: z.array(z.string()).min(1) }),
  z.strictObject({ part: z.string(), rows: z.array(z.string()).min(1), is: z.string() }),
  z.strictObject({ part: z.string(), without: z.string() }),
  z.strictObject({ parts: z.array(z.string()).min(1), above: z.number() }),
]);
export type Each = z.infer<typeof Each>;

const earning = { when: RuleCondition.optional(), each: Each.optional(), points: Points };

const RedFlag = z.strictObject({
  id: Id,
  ...earning,
  /** Most that this rule counts, where `each` could go on. */
  max: Points.optional(),
  /** A knock-out: the band is at least this. */
  floor: z.enum(["high", "critical"]).optional(),
});
export type RedFlag = z.infer<typeof RedFlag>;

const RiskQuestion = z.strictObject({
  /** Most that one question counts, and what "don't know" and silence are measured by. Rules fill it in their order. */
  worst: Points,
  /** Points of "don't know" and "cannot answer on legal advice" where they are given by hand. */
  unsure: Points.optional(),
  relief: z.strictObject({ when: RuleCondition, percent: Percent }).optional(),
  rules: z.array(RedFlag).min(1),
});
export type RiskQuestion = z.infer<typeof RiskQuestion>;

const Control = z.strictObject({
  id: Id,
  question: Code,
  group: Id,
  /** Points that can be earned. */
  points: Points.min(1),
  /** Earns nothing without a document that stands. */
  needsEvidence: z.boolean().optional(),
  /** Then there is nothing to control, and its points are not available. */
  freeWhen: RuleCondition.optional(),
  earns: z.array(z.strictObject(earning)).min(1),
});
export type Control = z.infer<typeof Control>;

const Evidence = z.strictObject({
  none: Percent,
  rejected: Percent,
  expired: Percent,
  attached: Percent,
  accepted: Percent,
  verified: Percent,
});

const Confidence = z.strictObject({
  completeness: z.strictObject({ points: Points, unsure: Percent, partly: Percent }),
  evidence: z.strictObject({ points: Points, statuses: Evidence }),
  consistency: z.strictObject({
    points: Points,
    severities: z.strictObject({ error: Points, contradiction: Points, question: Points }),
    named: z.record(z.string(), Points),
    /** Percent that a contradiction still costs when all its questions have an accepted plan. */
    disclosed: Percent,
    doubts: z.array(z.strictObject({ id: Id, when: RuleCondition, points: Points })),
  }),
  freshness: z.strictObject({
    points: Points,
    question: Code,
    parts: z.array(z.string()).min(1),
    ages: z.array(z.strictObject({ months: z.int().min(1), share: Percent })),
  }),
  signature: z.strictObject({
    signed: Points,
    checks: z.strictObject({ question: Code, points: z.record(z.string(), Points) }),
  }),
});

const Status = z.strictObject({
  link: RuleCondition,
  /** Questions whose knock-outs are a link too. */
  floorsOf: z.union([z.literal("all"), z.array(Code)]),
  /** Questions that leave the status unknown when they are asked and not answered with a fact. */
  unknownIf: z.array(Code),
});
export type Status = z.infer<typeof Status>;

/** A rule set as data: all constants of the arithmetic and all rules. Never edited once published. */
export const RuleSet = z
  .strictObject({
    id: Id,
    title: z.string(),
    /** Id of the questionnaire whose codes these rules name. */
    questionnaire: z.string(),
    inherent: Inherent,
    countryFactor: z.strictObject({ base: Percent, slope: Percent }),
    mitigationCeiling: Percent,
    adverseCap: Points,
    /** Percent of the worst answer that an unsure answer and a blank count. */
    silence: z.strictObject({ unsure: Percent, blank: Percent }),
    planRelief: Percent,
    /** Lowest score of each band; below `medium` is low. */
    bands: z.strictObject({ medium: Points, high: Points, critical: Points }),
    dprkCutOff: z.iso.date(),
    evidence: Evidence,
    groups: z.record(Id, Percent),
    redFlags: z.record(Code, RiskQuestion),
    controls: z.array(Control),
    confidence: Confidence,
    /** The first state whose condition holds; none: not checked. */
    dprkLabour: z.array(z.strictObject({ state: z.enum(dprkStates), when: RuleCondition })),
    statuses: z.record(z.string(), Status),
  })
  .refine(({ inherent: { weights } }) => weights.C + weights.S + weights.W + weights.T === 100, {
    error: "the weights of C, S, W and T are 100 together",
  })
  .refine(({ groups }) => Object.values(groups).reduce((sum, weight) => sum + weight, 0) === 100, {
    error: "the weights of the control groups are 100 together",
  })
  .refine(({ groups, controls }) => controls.every(({ group }) => Object.hasOwn(groups, group)), {
    error: "every control belongs to a group with a weight",
  });
export type RuleSet = z.infer<typeof RuleSet>;
