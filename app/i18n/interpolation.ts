import { findLanguage } from "./languages";

/**
 * How values are put into texts. React and the mails escape for themselves; but in a language written from right to left a
 * name in Latin letters would take the marks round it along, so that each one is kept apart (Unicode's FSI and PDI).
 */
export function interpolationFor(tag: string) {
  if (findLanguage(tag)?.dir !== "rtl") return { escapeValue: false };
  return { escapeValue: true, escape: (value: string) => (/[a-z]/i.test(value) ? `\u2068${value}\u2069` : value) };
}
