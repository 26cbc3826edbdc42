import { z } from "zod";
import { RuleCondition } from "#scoring/rules/conditions/rule-condition";
import { Code, Evidence, Id, Percent, Points } from "./figures";

/** A claim that is often not true: it costs points of the whole confidence until a document about it is accepted. */
const Finding = z.strictObject({
  id: Id,
  when: RuleCondition,
  points: Points,
  /** Contradictions that say the same already. */
  notWith: z.array(z.string()).optional(),
  /** Questions of which one needs an accepted document; the words of the rule set say which. */
  paper: z.array(Code).min(1),
});

export const Confidence = z.strictObject({
  completeness: z.strictObject({ points: Points, unsure: Percent, partly: Percent }),
  evidence: z.strictObject({ points: Points, statuses: Evidence }),
  consistency: z.strictObject({
    points: Points,
    severities: z.strictObject({ error: Points, contradiction: Points, question: Points }),
    named: z.record(z.string(), Points),
    /** Percent that a contradiction still costs when all its questions have an accepted plan. */
    disclosed: Percent,
    doubts: z.array(z.strictObject({ id: Id, when: RuleCondition, points: Points })),
    /** Costs of one file given for too many questions, and of each text that says nothing where one is required. */
    sharedFile: Points.optional(),
    placeholders: z.strictObject({ each: Points, most: Points }).optional(),
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
  /** What comes off the whole, whatever its parts are. */
  findings: z.array(Finding).optional(),
});
