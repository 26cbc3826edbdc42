import { dayMs } from "#app/i18n/dates/days";
import { zonedClock, zonedInstant } from "#app/i18n/dates/zones";
import type { Campaign, DueReminder } from "#db/records";
import { nextReminder, nextWithin } from "#terms/mail/next-reminder";
import { zoneOfCountry } from "#terms/mail/zones-by-country";

const clocks = { shown: zonedClock, instant: zonedInstant };

type Reminded = Pick<DueReminder, "country" | "sent" | "isAsked" | "expiresAt" | "createdAt" | "lastMail">;

/** What follows for one supplier: it is reminded now, or one looks again at `at`, or never again. */
export type Verdict =
  | { readonly what: "remind"; readonly next?: Date }
  | { readonly what: "wait"; readonly at: Date }
  | { readonly what: "end" };

/** Judges whether a supplier of a live campaign is reminded at `now`. */
export function judgeReminder({ dueAt, schedule }: Campaign, reminded: Reminded, now: Date): Verdict {
  const { sent, lastMail, createdAt, expiresAt, isAsked } = reminded;
  if (!schedule || !isAsked || expiresAt <= now || dueAt <= now) return { what: "end" };
  const zone = zoneOfCountry(reminded.country);
  const planned = nextReminder(schedule, { zone, sent, lastMail: lastMail?.at ?? createdAt }, clocks);
  if (!planned || planned >= dueAt) return { what: "end" };
  // What has not left, or did not arrive, is no mail to remind of: a person may mend the address meanwhile.
  if (lastMail && lastMail.state !== "sent") return { what: "wait", at: new Date(now.getTime() + dayMs) };
  if (planned > now) return { what: "wait", at: planned };
  const open = nextWithin(schedule, zone, now, clocks);
  if (open > now) return open < dueAt ? { what: "wait", at: open } : { what: "end" };
  const next = nextReminder(schedule, { zone, sent: sent + 1, lastMail: now }, clocks);
  return { what: "remind", ...(next && next < dueAt && { next }) };
}

/** When one looks for the first time at a supplier of a country that is invited at `at`; undefined where nobody is reminded. */
export function firstLook({ dueAt, schedule }: Campaign, country: string, at: Date): Date | undefined {
  if (!schedule) return undefined;
  const first = nextReminder(schedule, { zone: zoneOfCountry(country), sent: 0, lastMail: at }, clocks);
  return first && first < dueAt ? first : undefined;
}

/** When a reminder that is on its way may leave for a country: `at` itself within the hours of its campaign. */
export function mayLeaveAt({ schedule }: Campaign, country: string, at: Date): Date {
  if (!schedule) return at;
  return nextWithin(schedule, zoneOfCountry(country), schedule.isPaused ? new Date(at.getTime() + dayMs) : at, clocks);
}
