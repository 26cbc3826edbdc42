import { formatLongDay } from "#app/i18n/dates/days";
import { formatTime } from "#app/i18n/dates/moments";
import { formatZone } from "#app/i18n/dates/zones";
import type { MailData, MailPart, MailWriter } from "#app/mail/mail-data";
import type { MailBody } from "#app/mail/message";

/**
 * The mail to a supplier's contact, in one language, that some answers are asked about again. Neither the questions nor what the
 * reviewer wrote stand in it: mails are read by more people than a link is.
 * @throws Error for facts of another mail
 */
export function askedAgainBody(writer: MailWriter, facts: MailData, { language, reader }: MailPart): MailBody {
  const t = writer.t(language);
  const { askedAgain, campaign, contact, attestation } = facts;
  if (!askedAgain) throw new Error(`nothing of ${attestation.reference} is asked again`);
  const { questions: count, dueAt, reviewer } = askedAgain;
  const names = { buyer: facts.organisation.name, supplier: facts.supplier.name };
  const due = {
    day: formatLongDay(dueAt, language, campaign.zone),
    time: formatTime(dueAt, language, campaign.zone),
    zone: formatZone(dueAt, language, campaign.zone),
  };
  const by = reviewer ? t("mail:again.byName", { ...names, name: reviewer }) : t("mail:again.byReviewer", names);
  return {
    language,
    greeting: contact.name
      ? t("mail:invitation.greeting", { name: contact.name })
      : t("mail:invitation.greetingNoName"),
    paragraphs: [t("mail:again.ask", { ...names, count }), t("mail:again.why")],
    facts: [
      [t("mail:invitation.due"), t("mail:invitation.dueAt", due)],
      [t("mail:again.by"), by],
      [t("mail:invitation.reference"), attestation.reference],
    ],
    button: { label: t("mail:again.button"), href: `${facts.link}?language=${reader}` },
    notes: [t("mail:invitation.linkHint", names), t("mail:invitation.real", names), t("mail:invitation.notYou", names)],
    unsubscribe: { label: t("mail:invitation.unsubscribe"), href: facts.stopMails },
    footer: t("mail:footer", names),
  };
}
