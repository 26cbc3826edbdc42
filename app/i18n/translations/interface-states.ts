import { defaultLanguage } from "#app/i18n/languages";
import { mailNamespaces, supplierNamespaces } from "#app/i18n/texts/coverage";
import { missingTexts, textsByKey } from "#app/i18n/texts/missing-texts";
import { readTranslationRecords, staleTranslations } from "./translation-records";

const files = import.meta.glob<unknown>("../locales/*/*.json", { eager: true, import: "default" });
const records = import.meta.glob<unknown>("./*.json", { eager: true, import: "default" });

/** How far a text of supplier pages or of mails is in a language. */
export type InterfaceState = "missing" | "stale" | "draft" | "reviewed" | "approved";

/**
 * How far each text of supplier pages and mails is in a language (BCP 47), by key with its namespace. English is what the others
 * are made of.
 * @param hash the first 12 hex digits of the SHA-256 of a text
 */
export function interfaceStates(language: string, hash: (text: string) => string): ReadonlyMap<string, InterfaceState> {
  const [english, own] = [interfaceTexts(defaultLanguage), interfaceTexts(language)];
  if (language === defaultLanguage) return new Map([...own.keys()].map((key) => [key, "approved"]));
  const known = readTranslationRecords(records[`./${language}.json`] ?? {});
  const stale = new Set(staleTranslations(english, own, known, hash));
  const there = [...own.keys()].map((key): [string, InterfaceState] => [
    key,
    stale.has(key) ? "stale" : (known[key]?.status ?? "stale"),
  ]);
  const missing = shown.flatMap((namespace) =>
    missingTexts(fileOf(defaultLanguage, namespace), fileOf(language, namespace), language).map(
      (key): [string, InterfaceState] => [`${namespace}:${key}`, "missing"],
    ),
  );
  return new Map([...there, ...missing]);
}

const shown = [...supplierNamespaces, ...mailNamespaces];

function fileOf(language: string, namespace: string): unknown {
  return files[`../locales/${language}/${namespace}.json`];
}

/** The texts of supplier pages and mails in a language (BCP 47), by key with their namespace. */
export function interfaceTexts(language: string): ReadonlyMap<string, string> {
  return new Map(
    shown.flatMap((namespace) =>
      [...textsByKey(fileOf(language, namespace))].map(([key, text]): [string, string] => [
        `${namespace}:${key}`,
        text,
      ]),
    ),
  );
}
