import { readActionsAddress } from "#app/services/actions/pages/actions-address";
import { filterOf } from "#app/services/actions/pages/list-actions";
import type { TeamContext } from "#app/services/context/contexts";
import { queueCounts } from "#app/services/team/reviews/shown/queue";
import type { WaitingWork } from "#app/views/team/today";

/** What waits for whoever decides on reviews and follows actions: only what is there, each with the list that shows exactly these. */
export async function waitingWork(ctx: TeamContext): Promise<readonly WaitingWork[]> {
  const [reviews, actions] = await Promise.all([
    ctx.may("reviews.decide") ? queueCounts(ctx) : undefined,
    ctx.may("actions.write")
      ? ctx.store.actions.counts(ctx.organisation.id, filterOf(ctx, readActionsAddress(new URLSearchParams())))
      : undefined,
  ]);
  const all: readonly WaitingWork[] = [
    { kind: "reviews-mine", count: reviews?.mine ?? 0, href: "/reviews?view=mine" },
    { kind: "reviews-second", count: reviews?.second ?? 0, href: "/reviews?view=second" },
    { kind: "reviews", count: reviews?.all ?? 0, overdue: reviews?.overdue ?? 0, href: "/reviews" },
    { kind: "actions-mine", count: actions?.views.mine ?? 0, href: "/actions?view=mine" },
    { kind: "actions-overdue", count: actions?.views.overdue ?? 0, href: "/actions?view=overdue" },
  ];
  return all.filter(({ count }) => count > 0);
}
