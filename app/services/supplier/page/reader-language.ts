import { findLanguage } from "#app/i18n/languages";
import type { VisitorContext } from "#app/services/context/contexts";
import type { Contact } from "#db/records";

/** What a supplier reads, as a BCP 47 tag: what they chose, else what their contact reads, else what their browser asks for. */
export function readerLanguage(
  { language }: Pick<VisitorContext, "language">,
  { chosen, contact }: { chosen: string | undefined; contact: Pick<Contact, "language"> },
): string {
  return findLanguage(chosen)?.tag ?? findLanguage(contact.language)?.tag ?? language;
}
