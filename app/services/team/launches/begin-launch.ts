import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { dayMs } from "#app/i18n/dates/days";
import { languages } from "#app/i18n/languages";
import type { TeamContext } from "#app/services/context/contexts";
import { oneOfNumbers, recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { requireQuestionnaire } from "#app/services/ratings/rating-versions";
import { findCampaign } from "#app/services/team/campaigns/find-campaign";
import { findCampaignDraft } from "#app/services/team/drafts/campaign-draft";
import { readChosen } from "#app/services/team/drafts/chosen-recipients";
import { MissingError } from "#db/errors";
import type { Campaign } from "#db/records";
import { checksOf } from "./check-launch";
import { offerLines, offerOf } from "./language-offer";

/** Days a link may work after the due date. */
export const linkDays = [0, 14, 30, 60, 90] as const;
export const defaultLinkDays = 30;

const tags = languages.map(({ tag }) => tag);
/** More than a form of ours sends. */
const mostTags = 100;

/**
 * Makes a draft live: from here on it cannot be changed, and everybody chosen who has a contact will be invited. `links`:
 * days the links work after the due date. `offer`: the languages that suppliers may read, BCP 47; without it those in which
 * nothing is missing or stale. English is always offered. One that is live with the same days and languages stays as it is.
 * @returns how many will be
 * @throws Problem "not-found"; "changed-meanwhile" when it is closed, or launched or changed in another way; "bad-request" when
 * a check stops it
 */
export const beginLaunch = teamUseCase({
  permission: "campaigns.write",
  input: z.object({
    campaign: recordId,
    links: oneOfNumbers(linkDays),
    offer: z.array(z.enum(tags)).max(mostTags).optional(),
  }),
  events: ["campaign.launched"],
  async run(ctx, { campaign: id, links, offer }, event) {
    const found = await findCampaign(ctx, id);
    const questionnaire = await requireQuestionnaire(ctx, found);
    const lines = await offerLines(ctx, questionnaire, { languages: [] });
    const { offered, unreviewed } = offerOf(lines, offer);
    const wanted = { links, offered };
    const launched = await findLaunched(ctx, found, wanted);
    if (launched !== undefined) return launched;
    const campaign = await findCampaignDraft(ctx, id);
    const chosen = await readChosen(ctx, id);
    const checks = await checksOf(ctx, { campaign, questionnaire, chosen });
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
        offered,
        audit: event("campaign.launched", id, { invitations, offered, unreviewed }, { at }),
      });
    } catch (error) {
      if (!(error instanceof MissingError)) throw error;
      // Somebody launched it, or moved the due date, while the suppliers were counted.
      const meanwhile = await findLaunched(ctx, await findCampaign(ctx, id), wanted);
      if (meanwhile === undefined) throw new Problem("changed-meanwhile");
      return meanwhile;
    }
    ctx.jobs.wake();
    return invitations;
  },
});

const endOfLinks = ({ dueAt }: Campaign, links: number) => new Date(dueAt.getTime() + links * dayMs);

/** How many a launch was for that made this live in the same way: a form that is sent twice launches once. */
async function findLaunched(
  ctx: TeamContext,
  campaign: Campaign,
  { links, offered }: { readonly links: number; readonly offered: readonly string[] },
): Promise<number | undefined> {
  if (campaign.state !== "live" || campaign.offered?.join() !== offered.join()) return undefined;
  const launch = await ctx.store.launches.get(campaign.org, campaign.id);
  return launch?.expiresAt.getTime() === endOfLinks(campaign, links).getTime() ? launch.invitations : undefined;
}
