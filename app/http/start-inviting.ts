import { setTimeout } from "node:timers/promises";
import { asOperator } from "#app/services/context/callers";
import type { TeamContext } from "#app/services/context/contexts";
import { inviteChosen } from "#app/services/team/launches/invite-chosen";

const patienceMs = 1_000;

/**
 * Lets the program invite everybody that a launch is for. Waits a moment: a short one is over before its page is shown; a
 * long one goes on, and the page says how far it is.
 */
export async function startInviting(ctx: TeamContext, campaign: string): Promise<void> {
  const org = ctx.organisation.id;
  const inviting = inviteChosen(asOperator(ctx, "launch"), { org, campaign }).catch((error: unknown) =>
    ctx.log.error({ err: error, campaign }, "the launch could not go on"),
  );
  await Promise.race([inviting, setTimeout(patienceMs)]);
}
