import { z } from "zod";
import { RuleCondition } from "#scoring/rules/conditions/rule-condition";
import { Code, Id, Percent, Points } from "./figures";

/**
 * What is counted one by one: chosen options, matrix rows with an answer, table rows without a cell, numbers above a bound, or
 * partners without a name (a named one that nobody visited counts half).
 */
const Each = z.union([
  z.strictObject({ part: z.string(), options: z.array(z.string()).min(1) }),
  z.strictObject({ part: z.string(), rows: z.array(z.string()).min(1), is: z.string() }),
  z.strictObject({ part: z.string(), without: z.string() }),
  z.strictObject({ parts: z.array(z.string()).min(1), above: z.number() }),
  z.strictObject({ partners: z.literal("unnamed") }),
]);
export type Each = z.infer<typeof Each>;

/**
 * A number that counts in proportion: nothing at `from`, all at `to`, and so much between. With `among` it is a percentage of
 * another number of the question.
 */
const ScaledPart = z
  .strictObject({ part: z.string(), among: z.string().optional(), from: z.number(), to: z.number() })
  .refine(({ from, to }) => from !== to, { error: "from and to are two figures" });
export type ScaledPart = z.infer<typeof ScaledPart>;

const earning = {
  when: RuleCondition.optional(),
  each: Each.optional(),
  /** The largest of these counts. */
  scale: z.array(ScaledPart).min(1).optional(),
  points: Points,
};

const RedFlag = z.strictObject({
  id: Id,
  ...earning,
  /** Most that this rule counts, where `each` could go on. */
  max: Points.optional(),
  /** A knock-out: the band is at least this. */
  floor: z.enum(["high", "critical"]).optional(),
});
export type RedFlag = z.infer<typeof RedFlag>;

export const RiskQuestion = z.strictObject({
  /** Most that one question counts, and what "don't know" and silence are measured by. Rules fill it in their order. */
  worst: Points,
  /** Points of "don't know" and "cannot answer on legal advice" where they are given by hand. */
  unsure: Points.optional(),
  /**
   * A floor for as long as nobody knows whether a knock-out is met: unsure, blank or half given. A half-given answer that
   * meets `settledBy` is enough.
   */
  unverified: z.strictObject({ floor: z.enum(["high", "critical"]), settledBy: RuleCondition.optional() }).optional(),
  relief: z.strictObject({ when: RuleCondition, percent: Percent }).optional(),
  rules: z.array(RedFlag).min(1),
});
export type RiskQuestion = z.infer<typeof RiskQuestion>;

export const Control = z.strictObject({
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
