import type { TeamContext } from "#app/services/context/contexts";
import type { Action } from "#db/audit";

/** Nobody means the same thing twice within so many milliseconds: the second click is that of a slow line or a fast hand. */
const twiceMs = 15_000;

/** Whether the same person did the same to an invitation a moment ago. */
export async function wasJustDone(ctx: TeamContext, action: Action, invitation: string): Promise<boolean> {
  const events = await ctx.store.audit.trail(ctx.organisation.id, { subjects: [invitation], most: 20 });
  const since = ctx.clock.now().getTime() - twiceMs;
  return events.some(
    ({ action: one, actor, at }) =>
      one === action && at.getTime() > since && actor.kind === "person" && actor.id === ctx.user.id,
  );
}
