import { actionsAddress, actionsInput } from "#app/services/actions/pages/actions-address";
import { filterOf } from "#app/services/actions/pages/list-actions";
import type { TeamContext } from "#app/services/context/contexts";
import type { Counted, CountedFigures } from "./figure";

/** What was decided and followed up, of all suppliers, as far as whoever asks may see it. */
export async function workFigures(ctx: TeamContext): Promise<CountedFigures> {
  const org = ctx.organisation.id;
  const now = ctx.clock.now();
  const counted = (href: string, number: number): Counted => ({ over: "work", places: [{ href, number }] });
  const reviews = ctx.may("reviews.read") && (await ctx.store.reviews.counts(org, { user: ctx.user.id, now }));
  const closed = actionsInput.parse({ view: "closed" });
  const actions = ctx.may("actions.read") && (await ctx.store.actions.counts(org, filterOf(ctx, closed)));
  return {
    ...(reviews && {
      reviewsOpen: counted("/reviews", reviews.open),
      reviewsSettled: counted("/reviews?view=settled", reviews.settled),
    }),
    ...(actions && {
      actionsOpen: counted("/actions", actions.views.open),
      actionsOverdue: counted(actionsAddress({ view: "overdue" }), actions.views.overdue),
      actionsDone: counted(actionsAddress({ ...closed, state: "done" }), actions.states.done ?? 0),
      actionsDropped: counted(actionsAddress({ ...closed, state: "dropped" }), actions.states.dropped ?? 0),
    }),
  };
}
