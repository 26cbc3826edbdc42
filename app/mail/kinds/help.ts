import { findLanguage } from "#app/i18n/languages";
import { joinLabel } from "#app/i18n/writing/punctuation";
import type { MailData, MailedHelp, MailPart, MailWriter } from "#app/mail/mail-data";
import type { MailBody } from "#app/mail/message";

/** @throws Error for facts of another mail */
function helpIn({ help, attestation }: MailData): MailedHelp {
  if (!help) throw new Error(`nothing was asked about ${attestation.reference}`);
  return help;
}

/** The mail to the buyer when a supplier asks about a question; the pages of the team are in English, and so is this. */
export function questionBody(writer: MailWriter, facts: MailData, { language }: MailPart): MailBody {
  const t = writer.t(language);
  const help = helpIn(facts);
  const names = { buyer: facts.organisation.name, supplier: facts.supplier.name };
  return {
    language,
    greeting: t("mail:receipt.greeting"),
    paragraphs: [t("team:help.mail.ask", { ...names, code: help.code, campaign: facts.campaign.name })],
    quote: { label: t("team:help.mail.label"), text: help.text, language },
    facts: [
      [t("team:help.mail.question"), joinLabel(help.code, help.title(language), language)],
      [t("mail:receipt.reference"), facts.attestation.reference],
    ],
    button: { label: t("team:help.mail.button"), href: help.answerAt },
    notes: [t("team:help.mail.note")],
    footer: t("mail:footer", names),
  };
}

/** The mail to whoever asked, with what the buyer answers, in one language. What the buyer wrote stands as it was written. */
export function answerBody(writer: MailWriter, facts: MailData, { language, reader }: MailPart): MailBody {
  const t = writer.t(language);
  const help = helpIn(facts);
  const names = { buyer: facts.organisation.name, supplier: facts.supplier.name, code: help.code };
  const name = facts.colleague?.name ?? facts.contact.name;
  return {
    language,
    greeting: name ? t("mail:invitation.greeting", { name }) : t("mail:invitation.greetingNoName"),
    paragraphs: [t("mail:answer.ask", names)],
    quote: { label: t("mail:answer.label", names), text: help.text, language: findLanguage("en")?.tag ?? language },
    facts: [
      [help.code, help.title(language)],
      [t("mail:invitation.reference"), facts.attestation.reference],
    ],
    button: { label: t("mail:invitation.button"), href: `${facts.link}?language=${reader}` },
    notes: [t("mail:answer.again", names)],
    footer: t("mail:footer", names),
  };
}
