import { defaultLanguage, languages } from "#app/i18n/languages";
import { missingTexts } from "./missing-texts";
import type { Namespace } from "./namespaces";

const files = import.meta.glob<Record<string, unknown>>("../locales/*/*.json", { eager: true, import: "default" });

/** The files that a supplier's page can show something of, questions apart. */
export const supplierNamespaces = [
  "common",
  "supplier",
  "evidence",
  "problems",
] as const satisfies readonly Namespace[];

/** The files that a mail is written from. */
export const mailNamespaces = ["mail"] as const satisfies readonly Namespace[];

function languagesWith(namespaces: readonly Namespace[]): ReadonlySet<string> {
  const fileOf = (tag: string, namespace: Namespace) => files[`../locales/${tag}/${namespace}.json`];
  const complete = languages.filter(({ tag }) =>
    namespaces.every(
      (namespace) => missingTexts(fileOf(defaultLanguage, namespace), fileOf(tag, namespace), tag).length === 0,
    ),
  );
  return new Set(complete.map(({ tag }) => tag));
}

const supplierLanguages = languagesWith(supplierNamespaces);
const mailLanguages = languagesWith(mailNamespaces);

/** Whether everything that stands on supplier pages, questions apart, is there in a language. */
export function hasSupplierTexts(tag: string): boolean {
  return supplierLanguages.has(tag);
}

/** Whether every mail can be written in a language. */
export function hasMailTexts(tag: string): boolean {
  return mailLanguages.has(tag);
}
