import type { ServiceContext } from "#app/services/context/contexts";
import { inviteChosen } from "./invite-chosen";

/** Goes on with every launch that something stopped on the way: the end of the program, or a disk that was full. */
export async function resumeLaunches(ctx: ServiceContext): Promise<void> {
  for (const { org, campaign } of await ctx.store.launches.open()) await inviteChosen(ctx, org, campaign);
}
