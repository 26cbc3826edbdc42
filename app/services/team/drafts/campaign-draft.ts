import { isDeepStrictEqual } from "node:util";
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

/** Saves one step of a draft; one that is kept like that already is left as it is. @param suppliers replaces who is asked */
export async function changeCampaignDraft(
  ctx: TeamContext,
  event: EventMaker<"campaign.changed">,
  draft: Campaign,
  facts: Changeable,
  suppliers?: readonly string[],
): Promise<void> {
  const after = { ...draft, ...facts };
  if (isDeepStrictEqual(after, draft) && (!suppliers || (await isChosen(ctx, draft, suppliers)))) return;
  const fields = [...Object.keys(facts), ...(suppliers ? ["recipients"] : [])];
  await ctx.store.campaigns.change({
    campaign: after,
    suppliers,
    audit: event("campaign.changed", draft.id, { fields }),
  });
}

/** Whether exactly these suppliers are chosen already. */
async function isChosen(ctx: TeamContext, { org, id }: Campaign, suppliers: readonly string[]): Promise<boolean> {
  const wanted = new Set(suppliers);
  let chosen = 0;
  for await (const batch of ctx.store.campaigns.chosen(org, id)) {
    if (batch.some(({ supplier }) => !wanted.has(supplier.id))) return false;
    chosen += batch.length;
  }
  return chosen === wanted.size;
}
