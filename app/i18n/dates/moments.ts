import { inBrackets } from "#app/i18n/writing/punctuation";
import { formatDay } from "./days";
import { formatter } from "./formatters";
import { formatOffset, formatZone } from "./zones";

/** An instant with its words: made on the server, so that browser and server never disagree about a comma. */
export type Moment = { readonly iso: string; readonly text: string };

/** The time of day in a zone, 24 hours: `23:59`. */
export function formatTime(at: Date, language: string, zone: string): string {
  return formatter(language, zone, "time").format(at);
}

function dayAndTime(at: Date, language: string, zone: string): string {
  return `${formatDay(at, language, zone)}, ${formatTime(at, language, zone)}`;
}

/** A day, in UTC: `9 Nov 2026`. */
export function dayMoment(at: Date, language: string): Moment {
  return { iso: at.toISOString(), text: formatDay(at, language, "UTC") };
}

/** A day with its time, in UTC: `9 Nov 2026, 14:20 UTC`. */
export function timeMoment(at: Date, language: string): Moment {
  return { iso: at.toISOString(), text: `${dayAndTime(at, language, "UTC")} UTC` };
}

/** A due date as people read it: `30 Nov 2026, 23:59 China Time (UTC+8)`. */
export function formatDue(at: Date, zone: string, language: string): string {
  return `${dayAndTime(at, language, zone)} ${formatZone(at, language, zone)}`;
}

/** The same where many stand below each other: `30 Nov 2026, 23:59 (UTC+8)`. */
export function formatShortDue(at: Date, zone: string, language: string): string {
  return inBrackets(dayAndTime(at, language, zone), formatOffset(at, zone), language);
}
