import * as z from "zod";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { findCampaign } from "./find-campaign";

/** How many suppliers closing a campaign would leave without an answer. @throws Problem "not-found" */
export const showClosing = teamUseCase({
  permission: "campaigns.write",
  input: z.object({ campaign: recordId }),
  events: [],
  async run(ctx, { campaign }) {
    const { id, name } = await findCampaign(ctx, campaign);
    const { invited, submitted, voided } = await ctx.store.campaigns.funnel(ctx.organisation.id, id, ctx.clock.now());
    return { id, name, invited, open: invited - submitted - voided };
  },
});
