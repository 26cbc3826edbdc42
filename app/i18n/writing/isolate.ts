import { findLanguage } from "#app/i18n/languages";

// What runs from right to left by itself, whatever stands round it.
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

// Letters of every other script; and figures with a sign that a line of Arabic would put on their other side: 2026-03, +90.
const leftToRight =
  /(?![\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}])\p{L}|[+\-\u2010-\u2212]\d|\d[\s/+\-\u2010-\u2212]+\d|\d[%+-]/u;

const [open, close] = ["\u2068", "\u2069"];

/**
 * A value as it can stand among words of a language: kept apart (Unicode's FSI and PDI) where it holds something that runs the
 * other way, which would take the marks round it along. Doing it twice is doing it once.
 */
export function isolate(value: string, language: string): string {
  const against = findLanguage(language)?.dir === "rtl" ? leftToRight : rightToLeft;
  if (!against.test(value) || (value.startsWith(open) && value.endsWith(close))) return value;
  return `${open}${value}${close}`;
}
