import { defaultLanguage, findLanguage } from "#app/i18n/languages";
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

const known = new Map<string, boolean>();

/** Whether a language has every text of these files. Read when first asked for: all languages at once are most of a start's garbage. */
function hasTexts(tag: string, namespaces: readonly Namespace[]): boolean {
  if (!findLanguage(tag)) return false;
  const name = `${tag} ${namespaces.join(" ")}`;
  const fileOf = (language: string, namespace: Namespace) => files[`../locales/${language}/${namespace}.json`];
  const complete =
    known.get(name) ??
    namespaces.every(
      (namespace) => missingTexts(fileOf(defaultLanguage, namespace), fileOf(tag, namespace), tag).length === 0,
    );
  known.set(name, complete);
  return complete;
}

/** Whether everything that stands on supplier pages, questions apart, is there in a language. */
export function hasSupplierTexts(tag: string): boolean {
  return hasTexts(tag, supplierNamespaces);
}

/** Whether every mail can be written in a language. */
export function hasMailTexts(tag: string): boolean {
  return hasTexts(tag, mailNamespaces);
}
