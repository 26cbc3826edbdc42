import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { dayMs } from "#app/i18n/dates/days";
import type { TeamContext } from "#app/services/context/contexts";
import { oneOfNumbers, recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { findCampaign } from "#app/services/team/campaigns/find-campaign";
import { findCampaignDraft } from "#app/services/team/drafts/campaign-draft";
import { readChosen } from "#app/services/team/drafts/chosen-recipients";
import { MissingError } from "#db/errors";
import type { Campaign } from "#db/records";
import { checksOf } from "./check-launch";

/** Days a link may work after the due date. */
export const linkDays = [0, 14, 30, 60, 90] as const;
export const defaultLinkDays = 30;

/**
 * Makes a draft live: from here on it cannot be changed, and everybody chosen who has a contact will be invited. `links`:
 * days the links work after the due date. One that is live with the same days stays as it is.
 * @returns how many will be
 * @throws Problem "not-found"; "changed-meanwhile" when it is closed, or launched or changed in another way; "bad-request" when
 * a check stops it
 */
export const beginLaunch = teamUseCase({
  permission: "campaigns.write",
  input: z.object({ campaign: recordId, links: oneOfNumbers(linkDays) }),
  events: ["campaign.launched"],
  async run(ctx, { campaign: id, links }, event) {
    const launched = await findLaunched(ctx, id, links);
    if (launched !== undefined) return launched;
    const campaign = await findCampaignDraft(ctx, id);
    const chosen = await readChosen(ctx, id);
    const checks = await checksOf(ctx, campaign, chosen);
    if (checks.some(({ state }) => state === "stop")) throw new Problem("bad-request");
    const at = ctx.clock.now();
    const invitations = chosen.withContact;
    try {
      await ctx.store.launches.begin({
        org: ctx.organisation.id,
        campaign: id,
        actor: ctx.actor,
        invitations,
        dueAt: campaign.dueAt,
        expiresAt: endOfLinks(campaign, links),
        at,
        audit: event("campaign.launched", id, { invitations }, { at }),
      });
    } catch (error) {
      if (!(error instanceof MissingError)) throw error;
      // Somebody launched it, or moved the due date, while the suppliers were counted.
      const meanwhile = await findLaunched(ctx, id, links);
      if (meanwhile === undefined) throw new Problem("changed-meanwhile");
      return meanwhile;
    }
    ctx.jobs.wake();
    return invitations;
  },
});

const endOfLinks = ({ dueAt }: Campaign, links: number) => new Date(dueAt.getTime() + links * dayMs);

/** How many a launch was for that made this live with the same days: a form that is sent twice launches once. */
async function findLaunched(ctx: TeamContext, id: string, links: number): Promise<number | undefined> {
  const campaign = await findCampaign(ctx, id);
  const launch = campaign.state === "live" ? await ctx.store.launches.get(campaign.org, id) : undefined;
  return launch?.expiresAt.getTime() === endOfLinks(campaign, links).getTime() ? launch.invitations : undefined;
}
