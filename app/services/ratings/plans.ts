import type { ServiceContext } from "#app/services/context/contexts";
import type { CorrectiveAction, RatingGiven } from "#db/records";
import type { ActionPlan } from "#scoring/findings/action-plans";
import { isPlanned } from "#terms/actions/action-states";

/** The plan of an action, by the id of that; undefined for one that belongs to no question. */
export type OwnedPlan = { readonly action: string; readonly plan: ActionPlan | undefined };

/** What rules count of an action. */
export function planOf({ id, question, state, due, reviewed }: CorrectiveAction): OwnedPlan {
  if (question === undefined) return { action: id, plan: undefined };
  return { action: id, plan: { question, accepted: isPlanned(state), due, ...(reviewed && { reviewed }) } };
}

/** The plans of a supplier that are accepted. `instead`: one as it will stand once the same write is through. */
export async function plansNow(
  { store }: Pick<ServiceContext, "store">,
  { org, supplier }: { readonly org: string; readonly supplier: string },
  instead?: OwnedPlan,
): Promise<Pick<RatingGiven, "plans">> {
  const kept = (await store.actions.planned(org, supplier)).map(planOf);
  const others = kept.filter(({ action }) => action !== instead?.action);
  const plans = [...others, ...(instead ? [instead] : [])].flatMap(({ plan }) => (plan?.accepted ? [plan] : []));
  return plans.length > 0 ? { plans } : {};
}
