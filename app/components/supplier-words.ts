import type { i18n, TFunction } from "i18next";
import { useContext } from "react";
import { I18nContext } from "react-i18next";

const made = new WeakMap<i18n, TFunction<"supplier">>();

/**
 * `t` of the page's language for the words of suppliers' pages. Made once a language: they never change while a page
 * stands, and useTranslation, which waits for changes, took a quarter of the time it takes to draw a page.
 */
export function useSupplierWords(): TFunction<"supplier"> {
  const { i18n } = useContext(I18nContext);
  let t = made.get(i18n);
  if (!t) {
    t = i18n.getFixedT(null, "supplier");
    made.set(i18n, t);
  }
  return t;
}
