import { Problem } from "#app/domain/problem";
import type { TeamContext } from "#app/services/context/contexts";
import type { Campaign } from "#db/records";

/** Any campaign of the organisation. Throws Problem "not-found". */
export async function findCampaign(ctx: TeamContext, id: string): Promise<Campaign> {
  const campaign = await ctx.store.campaigns.get(ctx.organisation.id, id);
  if (!campaign) throw new Problem("not-found");
  return campaign;
}
