import { formatDue } from "#app/i18n/dates/moments";
import { languageWithAllTexts } from "#app/i18n/languages";
import { noInput } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";

/** All campaigns, newest first, with how many were asked and how many have answered. */
export const listCampaigns = teamUseCase({
  permission: "campaigns.read",
  input: noInput,
  events: [],
  async run(ctx) {
    const campaigns = await ctx.store.campaigns.list(ctx.organisation.id);
    return {
      mayWrite: ctx.may("campaigns.write"),
      campaigns: campaigns.map(({ id, name, state, recipients, submitted, dueAt, zone }) => ({
        id,
        name,
        state,
        recipients,
        submitted,
        due: formatDue(dueAt, zone, languageWithAllTexts(ctx.language)),
      })),
    };
  },
});
