import type { RuleSet } from "#scoring/rules/rule-set";

/** A plan to close a gap, as the buyer judged it. ISO dates: `due`, and `reviewed`, when its progress was last looked at. */
export type ActionPlan = {
  readonly question: string;
  readonly accepted: boolean;
  readonly due: string;
  readonly reviewed?: string;
};

const dayMs = 86_400_000;

/**
 * Questions whose accepted plan is not overdue on the day of the rating, an ISO date; the day it is due still counts. Where the
 * rule set asks for it, only as long as the last review of its progress is young enough.
 */
export function questionsUnderPlan(
  plans: readonly ActionPlan[],
  asOf: string,
  { planReviewedWithin: days }: Pick<RuleSet, "planReviewedWithin">,
): ReadonlySet<string> {
  const isAlive = ({ reviewed }: ActionPlan) => {
    if (days === undefined) return true;
    return reviewed !== undefined && reviewed <= asOf && Date.parse(asOf) - Date.parse(reviewed) < days * dayMs;
  };
  return new Set(
    plans.filter((plan) => plan.accepted && plan.due >= asOf && isAlive(plan)).map(({ question }) => question),
  );
}
