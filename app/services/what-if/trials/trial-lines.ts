import type { TeamContext } from "#app/services/context/contexts";
import { trialAddress } from "#app/services/what-if/trial-asked";
import type { TrialLine } from "#app/views/team/rules/what-if";
import type { NamedTrial } from "#db/store";

/** Whether somebody may look at a saved trial: their own, and what others share. */
export function mayRead({ user }: TeamContext, { owner, isShared }: Pick<NamedTrial, "owner" | "isShared">): boolean {
  return isShared || owner === user.id;
}

/** The saved trials that somebody may look at, newest first. */
export async function trialLines(ctx: TeamContext): Promise<readonly TrialLine[]> {
  const trials = await ctx.store.trials.list(ctx.organisation.id);
  return trials.filter((trial) => mayRead(ctx, trial)).map((trial) => trialLine(ctx, trial));
}

function trialLine({ user }: TeamContext, trial: NamedTrial): TrialLine {
  const { id, name, by, owner, isShared } = trial;
  return {
    ...{ id, name, by, isShared, isOwn: owner === user.id, isPart: trial.part !== undefined },
    href: trialAddress(trial),
  };
}
