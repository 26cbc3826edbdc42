import { Problem } from "#app/domain/problem";
import { dayMs } from "#app/i18n/dates/days";
import type { TeamContext } from "#app/services/context/contexts";
import { findDraft } from "#app/services/team/drafts/draft";
import { type ChosenRecipients, readChosen } from "#app/services/team/drafts/recipients";
import { MissingError } from "#db/errors";
import type { Campaign } from "#db/records";
import { findQuestionnaire } from "#questionnaires/index";
import { completeness } from "#questionnaires/texts";
import { inviteChosen } from "./invite-chosen";

/** Days a link may work after the due date. */
export const linkDays = [0, 14, 30, 60, 90] as const;
export const usualLinkDays = 30;

export type LaunchCheck = {
  readonly code: "recipients" | "contacts" | "due" | "mail-server" | "mail-kept" | "language";
  /** `stop`: it cannot be launched. `look`: it can, and somebody should know. */
  readonly state: "fine" | "look" | "stop";
  readonly params: Readonly<Record<string, string | number>>;
};

/** What is looked at before a launch. */
export async function launchChecks(
  ctx: TeamContext,
  id: string,
): Promise<{ campaign: Campaign; invited: number; checks: readonly LaunchCheck[] }> {
  const campaign = await findDraft(ctx, id);
  const chosen = await readChosen(ctx, id);
  return { campaign, invited: chosen.withContact, checks: checksOf(ctx, campaign, chosen) };
}

function checksOf(ctx: TeamContext, campaign: Campaign, chosen: ChosenRecipients): readonly LaunchCheck[] {
  const questionnaire = findQuestionnaire(campaign.questionnaire, campaign.version);
  const lacking = chosen.all - chosen.withContact;
  return [
    {
      code: "recipients",
      state: chosen.withContact > 0 ? "fine" : "stop",
      params: { count: chosen.withContact, all: chosen.all },
    },
    { code: "contacts", state: lacking > 0 ? "look" : "fine", params: { count: lacking } },
    { code: "due", state: campaign.dueAt > ctx.clock.now() ? "fine" : "stop", params: {} },
    ctx.config.smtpUrl
      ? { code: "mail-server", state: "fine", params: { from: ctx.config.mailFrom } }
      : { code: "mail-kept", state: "look", params: {} },
    ...chosen.languages.map(({ language, contacts }): LaunchCheck => {
      const { done, all } = questionnaire ? completeness(questionnaire, language) : { done: 0, all: 1 };
      return {
        code: "language",
        state: done === all ? "fine" : "look",
        params: { language, count: contacts, done, all },
      };
    }),
  ];
}

/**
 * Makes a draft live: from here on it cannot be changed, and everybody chosen who has a contact will be invited.
 * @param daysAfterDue days the links work after the due date
 * @returns how many will be. Throws Problem "changed-meanwhile" when somebody else was faster, "bad-request" when a check stops it.
 */
export async function beginLaunch(ctx: TeamContext, id: string, daysAfterDue: number): Promise<number> {
  const campaign = await findDraft(ctx, id);
  const chosen = await readChosen(ctx, id);
  if (checksOf(ctx, campaign, chosen).some(({ state }) => state === "stop")) throw new Problem("bad-request");
  const days = linkDays.find((known) => known === daysAfterDue) ?? usualLinkDays;
  const at = ctx.clock.now();
  const invitations = chosen.withContact;
  await ctx.store.launches
    .begin({
      org: ctx.organisation.id,
      campaign: id,
      actor: ctx.actor,
      invitations,
      dueAt: campaign.dueAt,
      expiresAt: new Date(campaign.dueAt.getTime() + days * dayMs),
      at,
      audit: {
        at,
        actor: ctx.actor,
        action: "campaign.launched",
        details: { invitations },
        subject: { type: "campaign", id },
      },
    })
    .catch((error: unknown) => {
      // Somebody launched it, or moved the due date, while the suppliers were counted.
      throw error instanceof MissingError ? new Problem("changed-meanwhile") : error;
    });
  return invitations;
}

/**
 * Begins a launch and goes on until everybody is invited. Throws as `beginLaunch`; whatever stops it after that leaves a
 * launch that is taken up again.
 * @returns how many are invited
 */
export async function launchCampaign(ctx: TeamContext, id: string, daysAfterDue: number): Promise<number> {
  const invitations = await beginLaunch(ctx, id, daysAfterDue);
  await inviteChosen(ctx, ctx.organisation.id, id);
  return invitations;
}
