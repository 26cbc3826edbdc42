import type { MailData, MailPart, MailWriter } from "#app/mail/mail-data";
import type { MailBody } from "#app/mail/message";

/** The mail with the code that confirms a signature, in one language. There is nothing to press in it. */
export function codeBody(writer: MailWriter, facts: MailData, { language }: MailPart): MailBody {
  const t = writer.t(language);
  const names = { buyer: facts.organisation.name, supplier: facts.supplier.name };
  if (!facts.code) throw new Error(`there is no code for ${facts.attestation.reference}`);
  return {
    language,
    greeting: t("mail:receipt.greeting"),
    paragraphs: [t("mail:code.ask", names)],
    facts: [
      [t("mail:code.code"), facts.code],
      [t("mail:receipt.reference"), facts.attestation.reference],
    ],
    notes: [t("mail:code.never"), t("mail:code.notYou", names)],
    footer: t("mail:footer", names),
  };
}
