import { dueWords } from "#app/i18n/dates/moments";
import type { TeamContext } from "#app/services/context/contexts";

/** All campaigns, newest first, with how many were asked and how many have answered. */
export async function listCampaigns(ctx: TeamContext, language: string) {
  const campaigns = await ctx.store.campaigns.list(ctx.organisation.id);
  return campaigns.map(({ id, name, state, recipients, submitted, dueAt, zone }) => ({
    id,
    name,
    state,
    recipients,
    submitted,
    due: dueWords(dueAt, zone, language),
  }));
}
