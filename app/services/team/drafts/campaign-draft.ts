import { Problem } from "#app/domain/problem";
import type { TeamContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import { findCampaign } from "#app/services/team/campaigns/find-campaign";
import type { Campaign } from "#db/records";

/** A campaign that can still be changed. Throws Problem "not-found", or "changed-meanwhile" once it is launched. */
export async function findCampaignDraft(ctx: TeamContext, id: string): Promise<Campaign> {
  const campaign = await findCampaign(ctx, id);
  if (campaign.state !== "draft") throw new Problem("changed-meanwhile");
  return campaign;
}

type Changeable = Partial<
  Pick<Campaign, "name" | "questionnaire" | "version" | "regimes" | "ruleSet" | "dueAt" | "zone" | "reason">
>;

/** Saves one step of a draft. @param suppliers replaces who is asked */
export async function changeCampaignDraft(
  ctx: TeamContext,
  event: EventMaker<"campaign.changed">,
  draft: Campaign,
  facts: Changeable,
  suppliers?: readonly string[],
): Promise<void> {
  const fields = [...Object.keys(facts), ...(suppliers ? ["recipients"] : [])];
  await ctx.store.campaigns.change({
    campaign: { ...draft, ...facts },
    suppliers,
    audit: event("campaign.changed", draft.id, { fields }),
  });
}
