import { defaultLanguage, findLanguage, type LanguageOffer, offeredLanguage } from "#app/i18n/languages";

/**
 * What a supplier reads, as a BCP 47 tag: what they chose, else what their contact reads, else `otherwise`, which is what
 * their browser asks for. Tags that we do not know count as nothing said, and so does a choice that is not offered; whose
 * contact reads a language that is not offered reads English.
 * @param offer that of the campaign; absent while it is not known which one it is
 */
export function readerLanguage(
  { chosen, contact, otherwise }: { readonly chosen?: string; readonly contact?: string; readonly otherwise: string },
  offer: LanguageOffer = {},
): string {
  const wanted = findLanguage(contact)?.tag ?? otherwise;
  return offeredLanguage(offer, chosen) ?? offeredLanguage(offer, wanted) ?? defaultLanguage;
}
