import { defaultLanguage, findLanguage, type LanguageTag } from "#app/i18n/languages";
import { hasMailTexts } from "#app/i18n/texts/coverage";
import type { ServiceContext } from "#app/services/context/contexts";
import type { Campaign, Colleague, Declaration, Organisation } from "#db/records";
import type { RecipientRow } from "#db/store";

/** What writing a mail needs besides its facts: words, the sender and the address of the site. */
export type MailWriter = Pick<ServiceContext, "t" | "config">;

/** What a mail is about, read when it is written. */
export type MailData = RecipientRow & {
  organisation: Organisation;
  campaign: Campaign;
  declaration?: Declaration;
  /** The e-mail address that answers go to: of whoever launched the campaign, or of the supplier who asked a colleague. */
  owner?: string;
  /** The Message-ID of the first mail about the invitation. */
  thread?: string;
  /** How long answering takes, about. */
  minutes: number;
  /** The supplier's own link; exists only while the mail is written. */
  link: string;
  /** The address that stops mails about the invitation, and opens nothing. */
  stopMails: string;
  /** Whom the supplier asked, where the mail goes to them; then `link` is theirs. */
  colleague?: Pick<Colleague, "name" | "askedBy" | "note" | "language"> & {
    /** What they and whoever asked both see. */
    proof: string;
    /** The sections that they are asked about, in a language. */
    sectionNames: (language: string) => readonly string[];
  };
};

/**
 * In which language a part of a mail is, and for readers of which: they differ where a language has no mail texts yet.
 * `language` is ours, `reader` what the contact reads; BCP 47 tags.
 */
export type MailPart = { language: LanguageTag; reader: LanguageTag };

/** The parts of a mail in their order: the supplier's language, then English; English alone where there are no mail texts in it. */
export function mailParts(language: string): readonly MailPart[] {
  const reader = findLanguage(language)?.tag ?? defaultLanguage;
  if (reader === defaultLanguage || !hasMailTexts(reader)) return [{ language: defaultLanguage, reader }];
  return [
    { language: reader, reader },
    { language: defaultLanguage, reader: defaultLanguage },
  ];
}
