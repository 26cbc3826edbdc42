import { type ReminderSchedule, weekdays } from "./schedule";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** The clocks on the walls of all zones. */
export type WallClocks = {
  /** `2026-11-30` and `23:59`. */
  readonly shown: (at: Date, zone: string) => { readonly date: string; readonly time: string };
  /** Undefined for what is no date, time or zone. */
  readonly instant: (date: string, time: string, zone: string) => Date | undefined;
};

/** A year of days: whoever looks for longer has a schedule without a day in it. */
const longestSearch = 370;

/**
 * The first instant from `earliest` on that is on a day and within the hours of a schedule, by the clock of a zone.
 * @throws Error for a schedule that has no such instant
 */
export function nextWithin(
  { days, from, to }: Pick<ReminderSchedule, "days" | "from" | "to">,
  zone: string,
  earliest: Date,
  clocks: WallClocks,
): Date {
  const isWithin = (at: Date) => {
    const { date, time } = clocks.shown(at, zone);
    return days.some((day) => day === weekdayOf(date)) && time >= from && time < to;
  };
  if (isWithin(earliest)) return earliest;
  const begun = clocks.shown(earliest, zone).date;
  for (let day = 0; day < longestSearch; day += 1) {
    const at = clocks.instant(dayAfter(begun, day), from, zone);
    // A day that a zone leaves out, and an hour that a change of clocks does, are within no hours.
    if (at && at >= earliest && isWithin(at)) return at;
  }
  throw new Error(`nothing is within ${days.join()} ${from} to ${to} in ${zone}`);
}

/**
 * When a supplier is reminded next, if it has not answered by then; undefined once it has had all its reminders. It is counted
 * from the newest mail, whoever sent that, so that nobody gets two mails within a few days.
 * @param sent how many reminders it had
 * @param lastMail when the newest mail left for it
 */
export function nextReminder(
  schedule: ReminderSchedule,
  { zone, sent, lastMail }: { readonly zone: string; readonly sent: number; readonly lastMail: Date },
  clocks: WallClocks,
): Date | undefined {
  if (sent >= schedule.most) return undefined;
  const days = sent === 0 ? schedule.first : schedule.every;
  return nextWithin(schedule, zone, new Date(lastMail.getTime() + days * dayMs), clocks);
}

function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);
}

function weekdayOf(date: string) {
  return weekdays[(new Date(date).getUTCDay() + 6) % 7];
}
