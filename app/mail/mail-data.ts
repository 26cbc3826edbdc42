import type { Confirmation } from "#app/domain/confirmation";
import {
  defaultLanguage,
  findLanguage,
  type LanguageOffer,
  type LanguageTag,
  offeredLanguage,
  offeredLanguages,
} from "#app/i18n/languages";
import { hasMailTexts } from "#app/i18n/texts/coverage";
import type { ServiceContext } from "#app/services/context/contexts";
import type { Approval, Campaign, Colleague, Declaration, Organisation } from "#db/records";
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
  /** How the signature was confirmed, where it was. */
  confirmation?: Confirmation;
  /** Who approved it, where somebody had to. */
  approver?: string;
  /** The code that confirms a signature, of a mail that brings one; exists only while the mail is written. */
  code?: string;
  /** How long answering takes, about. */
  minutes: number;
  /** The supplier's own link; exists only while the mail is written. */
  link: string;
  /** The address that stops mails about the invitation, and opens nothing. */
  stopMails: string;
  /** Whom the supplier asked, where the mail goes to them; then `link` is theirs. */
  colleague?: Pick<Colleague, "name" | "askedBy" | "note" | "language"> & {
    /** Theirs; exists only while the mail is written. */
    link: string;
    /** What they and whoever asked both see. */
    proof: string;
    /** The sections that they are asked about, in a language. */
    sectionNames: (language: string) => readonly string[];
  };
  /** Who gave back what the supplier had asked, where the mail says so to whoever has the supplier's own link. */
  givenBack?: Pick<Colleague, "name" | "askedBy" | "language" | "returnNote">;
  /** What the supplier is asked again, where the mail tells of it; `reviewer`: who asks, where the supplier reads that. */
  askedAgain?: { questions: number; dueAt: Date; reviewer?: string };
  /** What was asked about a question, or answered, where the mail tells of it. */
  help?: MailedHelp;
  /** ISO day on which the first of what is asked of the supplier is due, where the mail is about that. */
  actionsDue?: string;
  /** The signature that waits for a second person, by name, or was returned. */
  approval?: Pick<Approval, "signer" | "reason" | "language"> & { name: string };
};

/** A message of a help thread. */
export type MailedHelp = {
  /** The code of the question. */
  code: string;
  /** The question in short, in a language. */
  title: (language: string) => string;
  /** As it was typed, in any language. */
  text: string;
  /** Where the buyer answers it. */
  answerAt: string;
};

/**
 * In which language a part of a mail is, and for readers of which: they differ where a language has no mail texts yet.
 * `language` is ours, `reader` what the contact reads; BCP 47 tags. `hasChoice`: whether the contact finds the questions in
 * what they read, and in other languages too.
 */
export type MailPart = { language: LanguageTag; reader: LanguageTag; hasChoice: boolean };

/** The parts of a mail in their order: the supplier's language, then English; English alone where it is not offered or has no mail texts. */
export function mailParts(language: string, offer: LanguageOffer): readonly MailPart[] {
  const offered = offeredLanguage(offer, language);
  const reader = offered ?? defaultLanguage;
  const hasChoice = (offered !== undefined || !findLanguage(language)) && offeredLanguages(offer).length > 1;
  if (reader === defaultLanguage || !hasMailTexts(reader)) return [{ language: defaultLanguage, reader, hasChoice }];
  return [
    { language: reader, reader, hasChoice },
    { language: defaultLanguage, reader: defaultLanguage, hasChoice },
  ];
}
