import type { i18n, TFunction } from "i18next";
import { useContext } from "react";
import { I18nContext } from "react-i18next";
import { cachedTranslation } from "./cached-translation";
import type { Namespace } from "./namespaces";

const known = new WeakMap<i18n, Map<Namespace, unknown>>();

/** The language of the page. */
export function useLanguage(): string {
  const { i18n } = useContext(I18nContext) as { i18n: i18n };
  return i18n.language;
}

/**
 * `t` of the page's language for pages that do not hydrate, and for what is drawn many times on one that does. useTranslation
 * would also load texts and watch for changes: where a page hydrates, something round this one has to have called it.
 */
export function useTexts<N extends Namespace>(namespace: N): TFunction<N> {
  const { i18n } = useContext(I18nContext) as { i18n: i18n };
  const ofLanguage = known.get(i18n) ?? new Map<Namespace, unknown>();
  known.set(i18n, ofLanguage);
  const t = ofLanguage.get(namespace) ?? cachedTranslation(i18n.getFixedT(null, namespace));
  ofLanguage.set(namespace, t);
  return t as TFunction<N>;
}
