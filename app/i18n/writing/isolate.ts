import { findLanguage } from "#app/i18n/languages";

/**
 * A value as it can stand among words of a language: kept apart (Unicode's FSI and PDI) where it holds letters that run the
 * other way, which would take the marks round it along.
 */
export function isolate(value: string, language: string): string {
  const against = findLanguage(language)?.dir === "rtl" ? /[a-z]/i : /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
  return against.test(value) ? `\u2068${value}\u2069` : value;
}
