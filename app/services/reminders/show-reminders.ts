import * as z from "zod";
import { timeMoment } from "#app/i18n/dates/moments";
import type { TeamContext } from "#app/services/context/contexts";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { mailsLeave } from "#app/services/mails/mail-status";
import { findCampaign } from "#app/services/team/campaigns/find-campaign";
import type { ReminderSummary } from "#app/views/team/campaigns/reminders";
import type { Campaign } from "#db/records";
import { usualSchedule } from "#terms/mail/schedule";

/** When suppliers of a campaign are reminded, how far that is, and what is proposed where nothing is set. @throws Problem "not-found" */
export const showReminders = teamUseCase({
  permission: "campaigns.write",
  input: z.object({ campaign: recordId }),
  events: [],
  async run(ctx, { campaign: id }) {
    const campaign = await findCampaign(ctx, id);
    const { first, every, most, days, from, to } = campaign.schedule ?? usualSchedule;
    return {
      id,
      name: campaign.name,
      state: campaign.state,
      isOn: campaign.schedule !== undefined,
      schedule: { first: String(first), every: String(every), most: String(most), days, from, to },
      summary: await reminderSummary(ctx, campaign),
    };
  },
});

/** The same in short, for the page of the campaign. */
export async function reminderSummary(ctx: TeamContext, campaign: Campaign): Promise<ReminderSummary> {
  const { schedule, state, dueAt } = campaign;
  const { next, rounds } = await ctx.store.reminders.counts(campaign.org, campaign.id);
  const reminded = rounds[0]?.mails ?? 0;
  const now = ctx.clock.now();
  const told = { rounds, reminded };
  if (!schedule) return { ...told, state: "none" };
  if (schedule.isPaused) return { ...told, state: "paused" };
  if (state === "draft") return { ...told, state: "draft" };
  if (state === "closed" || dueAt <= now || !next) return { ...told, state: "over" };
  if (!(await mailsLeave(ctx))) return { ...told, state: "waiting" };
  if (next <= now) return { ...told, state: "planning" };
  return { ...told, state: "running", next: timeMoment(next, ctx.language).text };
}
