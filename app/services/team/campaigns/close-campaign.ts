import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { findCampaign } from "./find-campaign";

/**
 * Ends a campaign: every link says that it is closed; nobody can submit any more.
 * @throws Problem "not-found"; "changed-meanwhile" for one that is not live
 */
export const closeCampaign = teamUseCase({
  permission: "campaigns.write",
  input: z.object({ campaign: recordId }),
  events: ["campaign.closed"],
  async run(ctx, { campaign: id }, event) {
    const campaign = await findCampaign(ctx, id);
    if (campaign.state !== "live") throw new Problem("changed-meanwhile");
    await ctx.store.campaigns.close({
      org: ctx.organisation.id,
      id,
      closedAt: ctx.clock.now(),
      audit: event("campaign.closed", id, {}),
    });
  },
});
