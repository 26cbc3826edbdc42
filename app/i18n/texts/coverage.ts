import { defaultLanguage, type LanguageTag, languages } from "#app/i18n/languages";
import type { Namespace } from "./namespaces";

const files = import.meta.glob<Record<string, unknown>>("../locales/*/*.json", { eager: true, import: "default" });

// Languages have more or fewer plural forms than English; "other" is the one that all have.
function isThere(key: string, own: ReadonlySet<string>): boolean {
  return own.has(key) || (/_(zero|one|two|few|many)$/.test(key) && own.has(key.replace(/_[a-z]+$/, "_other")));
}

function keysOf(texts: unknown, before = ""): readonly string[] {
  if (typeof texts !== "object" || texts === null) return [];
  return Object.entries(texts).flatMap(([key, text]) =>
    typeof text === "string" ? (text === "" ? [] : [before + key]) : keysOf(text, `${before}${key}.`),
  );
}

function covers(tag: LanguageTag, namespace: Namespace): boolean {
  const own = new Set(keysOf(files[`../locales/${tag}/${namespace}.json`]));
  return keysOf(files[`../locales/${defaultLanguage}/${namespace}.json`]).every((key) => isThere(key, own));
}

function languagesWith(namespaces: readonly Namespace[]): ReadonlySet<string> {
  const tags = languages.map(({ tag }) => tag);
  return new Set(tags.filter((tag) => namespaces.every((namespace) => covers(tag, namespace))));
}

const supplierLanguages = languagesWith(["supplier", "problems"]);
const mailLanguages = languagesWith(["mail"]);

/** Whether everything that stands on supplier pages, questions apart, is there in a language. */
export function hasSupplierTexts(tag: string): boolean {
  return supplierLanguages.has(tag);
}

/** Whether every mail can be written in a language. */
export function hasMailTexts(tag: string): boolean {
  return mailLanguages.has(tag);
}
