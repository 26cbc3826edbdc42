import type { RetentionClass } from "./retention-classes";

/** The least and the most months of a term. */
export const retentionMonths = { least: 1, most: 600 } as const;

/**
 * A term of submissions below this many months is kept with a warning: customs authorities may ask an importer of the United
 * States for its records for five years from the entry of the goods (19 CFR 163.4(a); the reading of it is in the project's legal
 * research, "CBP evidence", as looked up in November 2026). German law on supply chains asks for seven (LkSG, section 10(1)).
 */
export const customsMonths = 60;

/** What makes an event of its own with each removal goes a month at a time, so that the trail does not fill with removals. */
const byWholeMonths: ReadonlySet<RetentionClass> = new Set(["events", "mails"]);

/**
 * Until when something must have happened to be due at `now`: what lies at or before it is. Months are those of UTC. Where a month
 * is too short for the day of `now`, all of it is due.
 */
export function dueUntil(kind: RetentionClass, months: number, now: Date): Date {
  const month = monthOf(now) - months;
  if (byWholeMonths.has(kind)) return new Date(startOf(month).getTime() - 1);
  const moved = startOf(month).getTime() + (now.getTime() - startOf(monthOf(now)).getTime());
  return new Date(Math.min(moved, startOf(month + 1).getTime() - 1));
}

/** When what happened at `at` is due: the first instant whose `dueUntil` reaches it. */
export function dueAt(kind: RetentionClass, months: number, at: Date): Date {
  const month = monthOf(at) + months;
  const next = startOf(month + 1).getTime();
  if (byWholeMonths.has(kind)) return new Date(next);
  const moved = startOf(month).getTime() + (at.getTime() - startOf(monthOf(at)).getTime());
  return new Date(Math.min(moved, next));
}

function monthOf(at: Date): number {
  return at.getUTCFullYear() * 12 + at.getUTCMonth();
}

function startOf(month: number): Date {
  const start = new Date(0);
  start.setUTCFullYear(Math.floor(month / 12), month - Math.floor(month / 12) * 12, 1);
  return start;
}
