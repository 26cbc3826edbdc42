import * as z from "zod";
import { Problem } from "#app/domain/problem";
import type { TeamContext } from "#app/services/context/contexts";
import { type Fault, Faults } from "#app/services/context/faults";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { findCampaign } from "#app/services/team/campaigns/find-campaign";
import { MissingError } from "#db/errors";
import type { Campaign } from "#db/records";
import { type ReminderSchedule, scheduleLimits, type Weekday, weekdays } from "#terms/mail/schedule";

const shortText = z.string().max(20);

const choices = z.object({
  campaign: recordId,
  reminders: z.enum(["on", "off"], "not-valid"),
  first: shortText,
  every: shortText,
  most: shortText,
  days: z.array(shortText).max(weekdays.length),
  from: shortText,
  to: shortText,
});

/**
 * Says when suppliers of a campaign are reminded, from the next look on, or that nobody is; what was paused goes on. Saying it twice is
 * saying it once. @throws Problem "not-found"; "changed-meanwhile" once it is closed
 */
export const changeReminders = teamUseCase({
  permission: "campaigns.write",
  input: choices,
  events: ["campaign.reminders-changed"],
  async run(ctx, { campaign: id, reminders, ...typed }, event) {
    const campaign = await findOpen(ctx, id);
    if (reminders === "off") {
      if (!campaign.schedule) return campaign.state;
      await keep(ctx, campaign, { audit: event("campaign.reminders-changed", id, { to: "none" }) });
      return campaign.state;
    }
    const schedule = readSchedule(typed);
    if (schedule instanceof Faults) return schedule;
    if (JSON.stringify(schedule) === JSON.stringify(campaign.schedule)) return campaign.state;
    await keep(ctx, campaign, { schedule, audit: event("campaign.reminders-changed", id, { to: "set" }) });
    return campaign.state;
  },
});

/** Has nobody reminded until somebody says so, or says so. @throws Problem as `changeReminders` */
export const pauseReminders = teamUseCase({
  permission: "campaigns.write",
  input: z.object({ campaign: recordId, pause: z.enum(["pause", "resume"], "not-valid") }),
  events: ["campaign.reminders-changed"],
  async run(ctx, { campaign: id, pause }, event) {
    const campaign = await findOpen(ctx, id);
    const { schedule } = campaign;
    const isPaused = pause === "pause";
    if (!schedule || (schedule.isPaused ?? false) === isPaused) return;
    const { isPaused: _, ...running } = schedule;
    const to = isPaused ? "paused" : "resumed";
    await keep(ctx, campaign, {
      schedule: isPaused ? { ...running, isPaused } : running,
      audit: event("campaign.reminders-changed", id, { to }),
    });
  },
});

async function findOpen(ctx: TeamContext, id: string): Promise<Campaign> {
  const campaign = await findCampaign(ctx, id);
  if (campaign.state === "closed") throw new Problem("changed-meanwhile");
  return campaign;
}

type Change = Pick<Parameters<TeamContext["store"]["reminders"]["schedule"]>[0], "schedule" | "audit">;

async function keep(ctx: TeamContext, { org, id }: Campaign, change: Change): Promise<void> {
  try {
    await ctx.store.reminders.schedule({ org, id, at: ctx.clock.now(), ...change });
  } catch (error) {
    if (error instanceof MissingError) throw new Problem("changed-meanwhile");
    throw error;
  }
}

type Typed = Omit<z.output<typeof choices>, "campaign" | "reminders">;

function readSchedule({ first, every, most, days, from, to }: Typed): ReminderSchedule | Faults {
  const faults: Fault[] = [];
  const number = (field: "first" | "every" | "most", text: string) => {
    const [least, limit] = scheduleLimits[field];
    const value = /^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN;
    if (value >= least && value <= limit) return value;
    faults.push({ field, code: "not-in-range", params: { least, most: limit } });
    return least;
  };
  const counted = { first: number("first", first), every: number("every", every), most: number("most", most) };
  const chosen = weekdays.filter((day): day is Weekday => days.includes(day));
  if (chosen.length === 0) faults.push({ field: "days", code: "days-needed" });
  const [earliest, latest] = scheduleLimits.hours;
  if (!isTime(from) || from < earliest || from >= latest) {
    faults.push({ field: "from", code: "hours-between", params: { from: earliest, to: latest } });
  } else if (!isTime(to) || to > latest || minutesOf(to) - minutesOf(from) < 60) {
    faults.push({ field: "to", code: "hour-later", params: { to: latest } });
  }
  return faults.length > 0 ? new Faults(faults) : { ...counted, days: chosen, from, to };
}

const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
