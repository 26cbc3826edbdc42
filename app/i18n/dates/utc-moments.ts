import { shortDayOf, timeOf } from "./moments";

/** An instant with its words: made on the server, so that browser and server never disagree about a comma. */
export type Moment = { readonly iso: string; readonly text: string };

// The words of the team are international: 4 Nov 2026, never Nov 4.
const plainEnglish = (language: string) => (language === "en" ? "en-GB" : language);

/** A day, in UTC. */
export function dayMoment(at: Date, language: string): Moment {
  return { iso: at.toISOString(), text: shortDayOf(at, plainEnglish(language), "UTC") };
}

/** A day with its time and zone: `9 Nov 2026, 14:20 UTC`. */
export function timeMoment(at: Date, language: string): Moment {
  const { iso, text } = dayMoment(at, language);
  return { iso, text: `${text}, ${timeOf(at, plainEnglish(language), "UTC")} UTC` };
}
