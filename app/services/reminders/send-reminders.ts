import * as z from "zod";
import type { SystemContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import { systemUseCase } from "#app/services/context/use-case";
import { stopSignal } from "#app/services/jobs/job-input";
import { mailsLeave } from "#app/services/mails/mail-status";
import { newMail } from "#app/services/mails/new-mail";
import type { Campaign, DueReminder } from "#db/records";
import type { ReminderStep } from "#db/store";
import { judgeReminder } from "./reminder-times";

/** Suppliers that one write is about: a page waits for one of them at most. */
const stepSize = 200;

/**
 * Reminds suppliers who have not answered, by the schedule of their campaign: which reminder it is, its mail and when one looks next are
 * one write, so that a process that dies has reminded somebody or has not. While no mails leave everybody waits: what nobody sent is no
 * reminder.
 * @returns how many were reminded
 */
export const sendReminders = systemUseCase({
  permission: "system.work",
  input: z.object({ signal: stopSignal }),
  events: ["invitation.reminded", "mail.queued"],
  async run(ctx, { signal }, event): Promise<number> {
    if (!(await mailsLeave(ctx))) return 0;
    let reminded = 0;
    for (const org of await ctx.store.organisations.ids()) {
      for (const campaign of await ctx.store.reminders.running(org, ctx.clock.now())) {
        reminded += await remindIn(ctx, event, campaign, signal);
      }
    }
    if (reminded > 0) ctx.jobs.wake();
    return reminded;
  },
});

type Events = EventMaker<"invitation.reminded" | "mail.queued">;

async function remindIn(ctx: SystemContext, event: Events, campaign: Campaign, signal: AbortSignal): Promise<number> {
  const { org, id } = campaign;
  // Of the beginning: were it read anew by a clock that goes back, somebody would be looked at for ever.
  const now = ctx.clock.now();
  let reminded = 0;
  for (let isMore = true; isMore; ) {
    signal.throwIfAborted();
    const due = await ctx.store.reminders.due(org, id, { now, most: stepSize });
    const steps = due.map((one) => stepOf(ctx, event, campaign, one, now));
    if (steps.length > 0) reminded += await ctx.store.reminders.keep({ org, steps });
    isMore = due.length === stepSize;
  }
  return reminded;
}

function stepOf(ctx: SystemContext, event: Events, campaign: Campaign, due: DueReminder, at: Date): ReminderStep {
  const { org, invitation, remindAt, sent, contact } = due;
  const seen = { invitation, remindAt, sent };
  const verdict = judgeReminder(campaign, due, at);
  if (verdict.what === "end") return seen;
  if (verdict.what === "wait") return { ...seen, next: verdict.at };
  const mail = newMail(ctx, { org, id: ctx.ids.next(), kind: "reminder", invitation, contact, at });
  return {
    ...seen,
    next: verdict.next,
    reminder: {
      mail,
      audit: [
        event("invitation.reminded", invitation, { round: sent + 1 }, { at }),
        event("mail.queued", mail.id, { kind: "reminder" }, { at }),
      ],
    },
  };
}
