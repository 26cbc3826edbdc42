import type { AuditEvent } from "#db/audit";
import type { Campaign, DueReminder } from "#db/records";
import type { Audited } from "#db/store/audit";
import type { ReminderSchedule } from "#terms/mail/schedule";
import type { NewMail } from "./mails";

/** What follows from having looked at one invitation. */
export type ReminderStep = Pick<DueReminder, "invitation" | "remindAt" | "sent"> & {
  /** When one looks next; absent: never again. */
  readonly next?: Date;
  /** The reminder, where it is sent now, with its events. */
  readonly reminder?: { readonly mail: NewMail; readonly audit: readonly AuditEvent[] };
};

/** How far the reminders of a campaign are. */
export type ReminderCounts = {
  /** When the first of those who may be reminded is looked at next. */
  readonly next?: Date;
  /** How many got each reminder, by its number, from the first on. */
  readonly rounds: readonly { readonly round: number; readonly mails: number }[];
};

/** Reminders: when suppliers who have not answered are written to again. */
export interface ReminderStore {
  /** Campaigns that remind somebody: live, not due yet, and not paused. */
  running(org: string, now: Date): Promise<readonly Campaign[]>;
  /** Says when suppliers are reminded, in any state but closed; without a schedule never. All who are invited are looked at from `at` on. */
  schedule(change: { org: string; id: string; schedule?: ReminderSchedule; at: Date } & Audited): Promise<void>;
  /** Who is to be looked at by now, the longest due first, at most so many. */
  due(
    org: string,
    campaign: string,
    ask: { readonly now: Date; readonly most: number },
  ): Promise<readonly DueReminder[]>;
  /**
   * One step: all of these or none, each mail with its round and when one looks next. Whoever was looked at by somebody else meanwhile
   * stays as they are. One job sends the mails. When one looks next is work of the program and leaves no event.
   * @returns how many were reminded
   */
  keep(change: { org: string; steps: readonly ReminderStep[] }): Promise<number>;
  counts(org: string, campaign: string): Promise<ReminderCounts>;
}
