import { findLanguage } from "#app/i18n/languages";
import type { MailData, MailPart, MailWriter } from "#app/mail/mail-data";
import type { MailBody } from "#app/mail/message";

/** Who gave back what, by name. @throws Error for facts of another mail */
export function givenBackNames({ givenBack, supplier, attestation }: MailData) {
  if (!givenBack) throw new Error(`nobody gave back anything of ${attestation.reference}`);
  return { givenBack, names: { name: givenBack.name, asker: givenBack.askedBy, supplier: supplier.name } };
}

/** The mail to a supplier's contact, in one language: a colleague gave back what they were asked, and what they wrote. */
export function givenBackBody(writer: MailWriter, facts: MailData, { language, reader }: MailPart): MailBody {
  const t = writer.t(language);
  const { givenBack, names } = givenBackNames(facts);
  const { returnNote = "" } = givenBack;
  return {
    language,
    greeting: t("mail:invitation.greeting", { name: facts.contact.name }),
    paragraphs: [t("mail:returned.ask", names), t("mail:returned.next")],
    ...(returnNote === ""
      ? {}
      : {
          quote: {
            label: t("mail:colleague.noteLabel", { asker: givenBack.name }),
            text: returnNote,
            language: findLanguage(givenBack.language)?.tag ?? language,
          },
        }),
    facts: [[t("mail:invitation.reference"), facts.attestation.reference]],
    button: { label: t("mail:invitation.button"), href: `${facts.link}?language=${reader}` },
    notes: [],
    footer: t("mail:footer", { supplier: names.supplier, buyer: facts.organisation.name }),
  };
}
