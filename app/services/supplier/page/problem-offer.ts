import type { Problem } from "#app/domain/problem";
import type { LanguageOffer } from "#app/i18n/languages";

/** The offer of a campaign, as the page of a Problem that is about it is told it. */
export function offerParam({ offered }: LanguageOffer): { readonly offered?: string } {
  return offered === undefined ? {} : { offered: offered.join(" ") };
}

/** The offer of the campaign that a Problem is about: all languages where it is about none. */
export function problemOffer({ params }: Problem): LanguageOffer {
  return typeof params.offered === "string" ? { offered: params.offered.split(" ") } : {};
}
