import { findLanguage } from "#app/i18n/languages";
import { isolate } from "#app/i18n/writing/isolate";

/**
 * How values are put into texts. React and the mails escape for themselves; but in a language written from right to left a
 * name in Latin letters would take the marks round it along, so that each one is kept apart.
 */
export function interpolationFor(tag: string) {
  if (findLanguage(tag)?.dir !== "rtl") return { escapeValue: false };
  return { escapeValue: true, escape: (value: string) => isolate(value, tag) };
}
