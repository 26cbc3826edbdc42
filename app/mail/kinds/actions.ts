import { formatCalendarDate } from "#app/i18n/dates/days";
import type { MailData, MailPart, MailWriter } from "#app/mail/mail-data";
import type { MailBody } from "#app/mail/message";

/** The mail that something is asked of a supplier after it signed, in one language: none of what is asked stands in it. */
export function actionsBody(writer: MailWriter, facts: MailData, part: MailPart): MailBody {
  return bodyOf(writer, facts, part, "ask");
}

/** The mail that reminds of it, before it is due and after. */
export function actionsDueBody(writer: MailWriter, facts: MailData, part: MailPart): MailBody {
  return bodyOf(writer, facts, part, "remind");
}

function bodyOf(
  writer: MailWriter,
  { organisation, supplier, contact, attestation, actionsDue, link, stopMails }: MailData,
  { language, reader }: MailPart,
  says: "ask" | "remind",
): MailBody {
  const t = writer.t(language);
  const names = { buyer: organisation.name, supplier: supplier.name };
  return {
    language,
    greeting: contact.name
      ? t("mail:invitation.greeting", { name: contact.name })
      : t("mail:invitation.greetingNoName"),
    paragraphs: [t(`mail:actions.${says}`, names)],
    facts: [
      ...(actionsDue === undefined
        ? []
        : [[t("mail:actions.due"), formatCalendarDate(actionsDue, "day", language)] as const]),
      [t("mail:invitation.reference"), attestation.reference],
    ],
    button: { label: t("mail:actions.button"), href: `${link}?language=${reader}` },
    notes: [t("mail:invitation.linkHint", names), t("mail:invitation.real", names)],
    unsubscribe: { label: t("mail:invitation.unsubscribe"), href: stopMails },
    footer: t("mail:footer", names),
  };
}
