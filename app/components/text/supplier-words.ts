import type { TFunction } from "i18next";
import { useWords } from "#app/i18n/texts/use-words";

/** `t` for the words of suppliers' pages. */
export function useSupplierWords(): TFunction<"supplier"> {
  return useWords("supplier");
}
