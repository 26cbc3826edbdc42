import * as z from "zod";
import { isoDay } from "#app/i18n/dates/days";
import { actionMail } from "#app/services/actions/action-mails";
import type { SystemContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import { systemUseCase } from "#app/services/context/use-case";
import { stopSignal } from "#app/services/jobs/job-input";
import { mailsLeave } from "#app/services/mails/mail-status";
import type { CorrectiveAction } from "#db/records";
import { nextReminder } from "#terms/actions/reminders";
import { dueBatch, eachDue } from "./each-due";

/**
 * Reminds suppliers of what is asked of them, before it is due and after: on the days of `reminderDays` and no others, by one
 * mail a day and attestation, however many of its actions are due. What is proven, done or dropped is not reminded of. While
 * no mails leave they wait: what nobody sent is no reminder.
 * @returns of how many actions
 */
export const remindSuppliers = systemUseCase({
  permission: "system.work",
  input: z.object({ signal: stopSignal }),
  events: ["action.reminded"],
  async run(ctx, { signal }, event): Promise<number> {
    if (!(await mailsLeave(ctx))) return 0;
    let reminded = 0;
    for (const org of await ctx.store.organisations.ids()) {
      const told = new Set<string>();
      const next = () => ctx.store.actions.toRemind(org, { today: isoDay(ctx.clock.now()), most: dueBatch });
      reminded += await eachDue(signal, next, (action) => remind(ctx, event, action, told));
    }
    if (reminded > 0) ctx.jobs.wake();
    return reminded;
  },
});

/** @param told attestations whose supplier has its mail of today already */
async function remind(
  ctx: SystemContext,
  event: EventMaker<"action.reminded">,
  { org, id, version, attestation, due }: CorrectiveAction,
  told: Set<string>,
): Promise<boolean> {
  const at = ctx.clock.now();
  const isTold = told.has(attestation);
  const mail = isTold ? undefined : await actionMail(ctx, { org, attestation }, "actions-due", at);
  if (!isTold && !mail) return false;
  await ctx.store.actions.change({
    ...{ org, id, version },
    set: { remindOn: nextReminder(due, isoDay(at)) ?? null },
    entry: { at, step: "reminded", side: "system", text: "", language: ctx.language },
    mails: mail ? [mail] : [],
    audit: [event("action.reminded", attestation, { action: id }, { at })],
  });
  told.add(attestation);
  return true;
}
