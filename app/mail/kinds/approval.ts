import { findLanguage } from "#app/i18n/languages";
import type { MailData, MailPart, MailWriter } from "#app/mail/mail-data";
import type { MailBody } from "#app/mail/message";

/** Who asks whom to approve what. @throws Error for facts of another mail */
export function approvalNames({ approval, organisation, supplier, attestation }: MailData) {
  if (!approval) throw new Error(`nobody was asked to approve ${attestation.reference}`);
  return {
    name: approval.name,
    asker: approval.signer.name,
    buyer: organisation.name,
    supplier: supplier.name,
    reason: approval.reason,
    language: approval.language,
  };
}

/** The mail to a second person who is asked to approve a signature, in one language. */
export function approvalBody(writer: MailWriter, facts: MailData, { language, reader }: MailPart): MailBody {
  const t = writer.t(language);
  const { reason, language: signed, ...names } = approvalNames(facts);
  const proof = facts.colleague?.proof ?? "";
  return {
    language,
    greeting: t("mail:invitation.greeting", { name: names.name }),
    paragraphs: [t("mail:approval.ask", names)],
    facts: [[t("mail:invitation.reference"), facts.attestation.reference]],
    button: { label: t("mail:invitation.button"), href: `${facts.link}?language=${reader}` },
    notes: [t("mail:colleague.real", { ...names, proof })],
    footer: t("mail:footer", names),
  };
}

/** The mail to whoever signed, when a second person returns it, in one language: with the line that says why. */
export function returnedBody(writer: MailWriter, facts: MailData, { language, reader }: MailPart): MailBody {
  const t = writer.t(language);
  const { reason = "", language: signed, ...names } = approvalNames(facts);
  const quoted = { label: t("mail:colleague.noteLabel", { asker: names.name }), text: reason };
  return {
    language,
    greeting: t("mail:invitation.greeting", { name: names.asker }),
    paragraphs: [t("mail:approval.returnedAsk", names)],
    ...(reason === "" ? {} : { quote: { ...quoted, language: findLanguage(signed)?.tag ?? language } }),
    facts: [[t("mail:invitation.reference"), facts.attestation.reference]],
    button: { label: t("mail:invitation.button"), href: `${facts.link}?language=${reader}` },
    notes: [],
    footer: t("mail:footer", names),
  };
}
