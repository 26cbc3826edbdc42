import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { MissingError } from "#db/errors";
import { findCampaign } from "./find-campaign";

/**
 * Ends a campaign: every link says that it is closed; nobody can submit any more. One that is closed stays so.
 * @throws Problem "not-found"; "changed-meanwhile" for a draft
 */
export const closeCampaign = teamUseCase({
  permission: "campaigns.write",
  input: z.object({ campaign: recordId }),
  events: ["campaign.closed"],
  async run(ctx, { campaign: id }, event) {
    const { state } = await findCampaign(ctx, id);
    if (state === "closed") return;
    if (state !== "live") throw new Problem("changed-meanwhile");
    try {
      await ctx.store.campaigns.close({
        org: ctx.organisation.id,
        id,
        closedAt: ctx.clock.now(),
        audit: event("campaign.closed", id, {}),
      });
    } catch (error) {
      // Live campaigns become nothing else than closed: somebody was faster.
      if (!(error instanceof MissingError)) throw error;
    }
  },
});
