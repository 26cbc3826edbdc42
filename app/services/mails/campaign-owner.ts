import type { ServiceContext } from "#app/services/context/contexts";
import type { User } from "#db/records";

type Reads = Pick<ServiceContext, "store">;

/** The person who launched a campaign, while they are one of the team. */
export async function campaignOwner({ store }: Reads, org: string, campaign: string): Promise<User | undefined> {
  const actor = (await store.launches.get(org, campaign))?.actor;
  if (actor?.kind !== "person") return undefined;
  return (await store.users.list(org)).find(({ id, disabledAt }) => id === actor.id && !disabledAt);
}

/**
 * Who of the buyer is told of what suppliers ask: whoever launched the campaign, else the administrator who is there longest.
 * `may`: whom it may be told, where not everybody may read it.
 */
export async function whomToAsk(
  ctx: Reads,
  org: string,
  campaign: string,
  may: (user: User) => boolean = () => true,
): Promise<User | undefined> {
  const owner = await campaignOwner(ctx, org, campaign);
  if (owner && may(owner)) return owner;
  const users = await ctx.store.users.list(org);
  const admins = users.filter((user) => user.role === "admin" && !user.disabledAt && may(user));
  return admins.toSorted((one, other) => one.createdAt.getTime() - other.createdAt.getTime())[0];
}
