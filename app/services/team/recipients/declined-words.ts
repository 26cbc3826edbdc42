import type { TFunction } from "i18next";
import { languageWithAllTexts } from "#app/i18n/languages";
import type { namespaces } from "#app/i18n/texts/namespaces";
import type { CallerContext } from "#app/services/context/contexts";
import type { DeclinedView } from "#app/views/team/campaigns/recipient";
import type { Invitation } from "#db/records";

/** Why a supplier declined, in the words of a language; a code without words stands for itself. */
export function declineCodeWords(code: string, t: TFunction<typeof namespaces>): string {
  const known = (["not-supplier", "wrong-contact"] as const).find((one) => one === code);
  return known ? t(`ratings:declined.${known}`) : code;
}

/** Why a supplier declined and whom it named instead, or undefined for who did not, or did before it was kept apart. */
export function declinedView(
  { t, language }: Pick<CallerContext, "t" | "language">,
  { declinedReason, declinedHint }: Invitation,
): DeclinedView | undefined {
  if (declinedReason === undefined) return undefined;
  return { reason: declineCodeWords(declinedReason, t(languageWithAllTexts(language))), named: declinedHint };
}
