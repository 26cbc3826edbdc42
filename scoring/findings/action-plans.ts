/** A plan to close a gap, as the buyer judged it. `due`: ISO date. */
export type ActionPlan = { readonly question: string; readonly accepted: boolean; readonly due: string };

/** Questions whose accepted plan is not overdue on the day of the rating, an ISO date. The day it is due still counts. */
export function questionsUnderPlan(plans: readonly ActionPlan[], asOf: string): ReadonlySet<string> {
  return new Set(plans.filter(({ accepted, due }) => accepted && due >= asOf).map(({ question }) => question));
}
