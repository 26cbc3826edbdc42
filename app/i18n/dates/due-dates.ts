import { offsetOf, shortDayOf, timeOf, zoneOf } from "./moments";

/** A due date as people read it: `30 Nov 2026, 23:59 China Time (UTC+8)`. */
export function dueWords(at: Date, zone: string, language: string): string {
  // The words of the team are international: 4 Nov 2026, never Nov 4.
  const words = language === "en" ? "en-GB" : language;
  return `${shortDayOf(at, words, zone)}, ${timeOf(at, words, zone)} ${zoneOf(at, language, zone)}`;
}

/** The same where many stand below each other: `30 Nov 2026, 23:59 (UTC+8)`. */
export function dueInRow(at: Date, zone: string, language: string): string {
  const words = language === "en" ? "en-GB" : language;
  return `${shortDayOf(at, words, zone)}, ${timeOf(at, words, zone)} (${offsetOf(at, zone)})`;
}
