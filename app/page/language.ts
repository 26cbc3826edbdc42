import { createContext, useContext } from "react";
import { findLanguage, type LanguageTag } from "#app/i18n/languages";
import { pageField } from "./page-fields";

/** The language a page is written in, where its loader decided; undefined in the browser and for all other pages. */
export const PageLanguageContext = createContext<LanguageTag | undefined>(undefined);

export function usePageLanguage(): LanguageTag | undefined {
  return useContext(PageLanguageContext);
}

function languageIn(value: unknown): LanguageTag | undefined {
  const language = pageField(pageField(value, "frame"), "language");
  return typeof language === "string" ? findLanguage(language)?.tag : undefined;
}

/** The language that a loader's page, or an error's, says it is written in: `{ frame: { language } }`. */
export function decidedLanguage(
  loaded: Readonly<Record<string, unknown>>,
  errors: Readonly<Record<string, unknown>> | null | undefined,
): LanguageTag | undefined {
  for (const value of [...Object.values(errors ?? {}), ...Object.values(loaded)]) {
    const language = languageIn(value);
    if (language) return language;
  }
  return undefined;
}
