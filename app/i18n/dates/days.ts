import { formatter, makeTextCache, quarterHourOf } from "./formatters";

/** Milliseconds of a day of 24 hours. */
export const dayMs = 86_400_000;

let latest = { day: Number.NaN, text: "" };

/** The day of an instant in UTC: `2026-11-30`. Every save asks for today, which is written once (`save.per_s` of the bench). */
export function isoDay(at: Date): string {
  const day = Math.floor(at.getTime() / dayMs);
  if (day !== latest.day) latest = { day, text: at.toISOString().slice(0, 10) };
  return latest.text;
}

/** The parts of a date in the order in which readers of a language write them. */
export function dateOrder(language: string): readonly ("day" | "month" | "year")[] {
  const parts = formatter(language, "UTC", "shortDay").formatToParts(0);
  return parts.flatMap(({ type }) => (type === "day" || type === "month" || type === "year" ? [type] : []));
}

/** The day in words in a zone: `Monday 30 November 2026` or as the language has it. */
export function formatLongDay(at: Date, language: string, zone: string): string {
  const words = formatter(language, zone, "day").format(at);
  // Some versions of ICU write a comma after the weekday in English and some do not.
  return language === "en" ? words.replace(/^(\p{L}+), /u, "$1 ") : words;
}

/** A short day without the weekday: `30 Nov 2026`. */
export function formatDay(at: Date, language: string, zone: string): string {
  return formatter(language, zone, "shortDay").format(at);
}

const days = makeTextCache();

function keptDay(at: Date, zone: string): string {
  return days(`${zone} ${quarterHourOf(at)}`, () => formatDay(at, "en", zone));
}

/** Whether two instants lie on the same day of a zone. */
export function areSameDay(one: Date, other: Date, zone: string): boolean {
  return keptDay(one, zone) === keptDay(other, zone);
}

/**
 * A day (`2026-11-30`) or a month (`2026-11`) that belongs to no zone, because it was typed as such: `30 Nov 2026`,
 * `Nov 2026`. What is no date is given back as it stands.
 */
export function formatCalendarDate(date: string, precision: "day" | "month", language: string): string {
  const at = new Date(precision === "month" ? `${date.slice(0, 7)}-01T00:00:00Z` : `${date.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return date;
  return formatter(language, "UTC", precision === "month" ? "shortMonth" : "shortDay").format(at);
}
