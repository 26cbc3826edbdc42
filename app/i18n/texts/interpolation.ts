import { isolate } from "#app/i18n/writing/isolate";

/**
 * How values are put into texts. React and the mails escape for themselves; but a name that runs the other way than its line
 * would take the marks round it along, so that each such one is kept apart.
 */
export function interpolationFor(tag: string) {
  return { escapeValue: true, escape: (value: string) => isolate(value, tag) };
}
