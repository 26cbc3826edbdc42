import { z } from "zod";
import { dprkStates } from "#terms/dprk-states";
import { RuleCondition } from "./conditions/rule-condition";
import { Confidence } from "./schema/confidence-rules";
import { Code, Evidence, Id, Percent, Points } from "./schema/figures";
import { Control, RiskQuestion } from "./schema/flag-rules";
import { Inherent } from "./schema/inherent-rules";
import { Names, Partners } from "./schema/name-rules";

export type { Control, RedFlag, RiskQuestion } from "./schema/flag-rules";

const Status = z.strictObject({
  link: RuleCondition,
  /** Questions whose knock-outs are a link too. */
  floorsOf: z.union([z.literal("all"), z.array(Code)]),
  /** Questions that leave the status unknown when they are asked and not answered with a fact. */
  unknownIf: z.array(Code),
  /** What else leaves it unknown. */
  unknownWhen: RuleCondition.optional(),
  /** Where no link is declared, whether that was checked; without it nothing is said of that. */
  checkedWhen: RuleCondition.optional(),
});

/** Ids of the lists that answers are rated with. Absent: those of the country edition. */
const Lists = z.strictObject({
  goods: Id,
  hosts: Id,
  materials: Id,
  serviceSectors: Id,
  enforcement: Id,
  migrantLabour: Id,
});

/** A rule set as data: all constants of the arithmetic and all rules. Never edited once published. */
export const RuleSet = z
  .strictObject({
    id: Id,
    title: z.string(),
    /** Id of the questionnaire whose codes these rules name. */
    questionnaire: z.string(),
    lists: Lists.optional(),
    names: Names.optional(),
    partners: Partners.optional(),
    inherent: Inherent,
    countryFactor: z.strictObject({ base: Percent, slope: Percent }),
    mitigationCeiling: Percent,
    /** The most that all red flags add; */
    adverseCap: Points.optional(),
    /** or so many weighted points of them take half of what is left to 100, so that each further one still counts. */
    adverse: z.strictObject({ halfAt: Points.min(1) }).optional(),
    /**
     * Percent of the worst answer that an unsure answer and a blank count. `withheld`: what is withheld on legal advice is
     * told apart.
     */
    silence: z.strictObject({ unsure: Percent, blank: Percent, withheld: z.literal("told-apart").optional() }),
    planRelief: Percent,
    /** A plan gives relief only while its last reviewed progress is younger than so many days. */
    planReviewedWithin: z.int().min(1).optional(),
    /** Lowest score of each band; below `medium` is low. */
    bands: z.strictObject({ medium: Points, high: Points, critical: Points }),
    dprkCutOff: z.iso.date(),
    evidence: Evidence,
    /** Questions for which one file counts as attached before a reviewer accepts it for more. */
    oneFileFor: z.int().min(1).optional(),
    groups: z.record(Id, Percent),
    redFlags: z.record(Code, RiskQuestion),
    controls: z.array(Control),
    confidence: Confidence,
    /** The first state whose condition holds; none: not checked. */
    dprkLabour: z.array(z.strictObject({ state: z.enum(dprkStates), when: RuleCondition })),
    statuses: z.record(z.string(), Status),
    /** What a declared link is called while no reviewer has opened a review; absent: under review. */
    linkUnopened: z.literal("link-declared").optional(),
  })
  .refine(({ adverseCap, adverse }) => (adverseCap === undefined) !== (adverse === undefined), {
    error: "either adverseCap or adverse says what red flags add",
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
