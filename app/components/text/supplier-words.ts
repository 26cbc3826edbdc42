import type { TFunction } from "i18next";
import { useTexts } from "#app/i18n/texts/use-texts";

/** `t` for the words of suppliers' pages. */
export function useSupplierTexts(): TFunction<"supplier"> {
  return useTexts("supplier");
}
