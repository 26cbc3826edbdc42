import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { dayMs } from "#app/i18n/dates/days";
import { oneOfNumbers, recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { findCampaignDraft } from "#app/services/team/drafts/campaign-draft";
import { readChosen } from "#app/services/team/drafts/chosen-recipients";
import { MissingError } from "#db/errors";
import { checksOf } from "./check-launch";

/** Days a link may work after the due date. */
export const linkDays = [0, 14, 30, 60, 90] as const;
export const defaultLinkDays = 30;

/**
 * Makes a draft live: from here on it cannot be changed, and everybody chosen who has a contact will be invited. `links`:
 * days the links work after the due date.
 * @returns how many will be
 * @throws Problem "not-found"; "changed-meanwhile" when somebody else was faster; "bad-request" when a check stops it
 */
export const beginLaunch = teamUseCase({
  permission: "campaigns.write",
  input: z.object({ campaign: recordId, links: oneOfNumbers(linkDays) }),
  events: ["campaign.launched"],
  async run(ctx, { campaign: id, links }, event) {
    const campaign = await findCampaignDraft(ctx, id);
    const chosen = await readChosen(ctx, id);
    const checks = await checksOf(ctx, campaign, chosen);
    if (checks.some(({ state }) => state === "stop")) throw new Problem("bad-request");
    const at = ctx.clock.now();
    const invitations = chosen.withContact;
    await ctx.store.launches
      .begin({
        org: ctx.organisation.id,
        campaign: id,
        actor: ctx.actor,
        invitations,
        dueAt: campaign.dueAt,
        expiresAt: new Date(campaign.dueAt.getTime() + links * dayMs),
        at,
        audit: event("campaign.launched", id, { invitations }, { at }),
      })
      .catch((error: unknown) => {
        // Somebody launched it, or moved the due date, while the suppliers were counted.
        throw error instanceof MissingError ? new Problem("changed-meanwhile") : error;
      });
    ctx.jobs.wake();
    return invitations;
  },
});
