import { formatLongDay } from "#app/i18n/dates/days";
import { formatTime } from "#app/i18n/dates/moments";
import { formatZone } from "#app/i18n/dates/zones";
import { defaultLanguage } from "#app/i18n/languages";
import type { MailData, MailPart, MailWriter } from "#app/mail/mail-data";
import type { MailBody } from "#app/mail/message";

/** The same for who has not answered, without the reason that the first one gave: it stands above it in the thread. */
export function reminderBody(writer: MailWriter, facts: MailData, part: MailPart): MailBody {
  return { ...invitationBody(writer, facts, part), quote: undefined };
}

/** The first mail of a campaign in one language. */
export function invitationBody(
  writer: MailWriter,
  facts: MailData,
  { language, reader, hasChoice }: MailPart,
): MailBody {
  const t = writer.t(language);
  const { campaign, contact } = facts;
  const names = { buyer: facts.organisation.name, supplier: facts.supplier.name };
  const due = {
    day: formatLongDay(campaign.dueAt, language, campaign.zone),
    time: formatTime(campaign.dueAt, language, campaign.zone),
    zone: formatZone(campaign.dueAt, language, campaign.zone),
  };
  // The buyer may have written in a language that we have no texts in.
  const written = [reader, defaultLanguage].find((tag) => campaign.reason[tag]);
  return {
    language,
    greeting: contact.name
      ? t("mail:invitation.greeting", { name: contact.name })
      : t("mail:invitation.greetingNoName"),
    // The sentence about languages promises the reader theirs, so a mail in another language goes without it.
    paragraphs: [
      t("mail:invitation.ask", names),
      ...(reader === language && hasChoice ? [t("mail:invitation.languages")] : []),
    ],
    quote: written && {
      label: t("mail:invitation.whyLabel", names),
      text: campaign.reason[written] ?? "",
      language: written,
    },
    facts: [
      [t("mail:invitation.due"), t("mail:invitation.dueAt", due)],
      [t("mail:invitation.time"), t("mail:invitation.timeValue", { count: facts.minutes })],
      [t("mail:invitation.reference"), facts.attestation.reference],
    ],
    button: { label: t("mail:invitation.button"), href: `${facts.link}?language=${reader}` },
    notes: [t("mail:invitation.linkHint", names), t("mail:invitation.real", names), t("mail:invitation.notYou", names)],
    unsubscribe: { label: t("mail:invitation.unsubscribe"), href: facts.stopMails },
    footer: t("mail:footer", names),
  };
}
