import * as z from "zod";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { findCampaign } from "./find-campaign";

/** Whether suppliers of a campaign see what their signed answers came to. @throws Problem "not-found" */
export const showResultSharing = teamUseCase({
  permission: "campaigns.write",
  input: z.object({ campaign: recordId }),
  events: [],
  async run(ctx, { campaign }) {
    const { id, name, sharesResults = false } = await findCampaign(ctx, campaign);
    return { id, name, sharesResults };
  },
});

/**
 * Says whether they do, from now on, whatever became of the campaign meanwhile: a result that was shown by mistake can be
 * taken back. Saying it twice is saying it once. @throws Problem "not-found"
 */
export const shareResults = teamUseCase({
  permission: "campaigns.write",
  input: z.object({ campaign: recordId, results: z.enum(["shared", "kept"], "not-valid") }),
  events: ["campaign.results-shared"],
  async run(ctx, { campaign, results }, event) {
    const { org, id, sharesResults = false } = await findCampaign(ctx, campaign);
    const shares = results === "shared";
    if (shares === sharesResults) return;
    const audit = event("campaign.results-shared", id, { shares });
    await ctx.store.campaigns.shareResults({ org, id, shares, audit });
  },
});
