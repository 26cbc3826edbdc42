import { formatLongDay } from "#app/i18n/dates/days";
import { formatTime } from "#app/i18n/dates/moments";
import { formatZone } from "#app/i18n/dates/zones";
import { findLanguage } from "#app/i18n/languages";
import { joinItems } from "#app/i18n/writing/punctuation";
import type { MailData, MailPart, MailWriter } from "#app/mail/mail-data";
import type { MailBody } from "#app/mail/message";

/** Who asks whom, by name. @throws Error for facts of another mail */
export function colleagueNames({ colleague, organisation, supplier, attestation }: MailData) {
  if (!colleague) throw new Error(`no colleague was asked about ${attestation.reference}`);
  return { colleague, names: { asker: colleague.askedBy, buyer: organisation.name, supplier: supplier.name } };
}

/** The mail to a colleague whom a supplier asked, in one language: who asks, for what, and how to see that it is real. */
export function colleagueBody(writer: MailWriter, facts: MailData, { language, reader }: MailPart): MailBody {
  const t = writer.t(language);
  const { campaign } = facts;
  const { colleague, names } = colleagueNames(facts);
  const due = {
    day: formatLongDay(campaign.dueAt, language, campaign.zone),
    time: formatTime(campaign.dueAt, language, campaign.zone),
    zone: formatZone(campaign.dueAt, language, campaign.zone),
  };
  return {
    language,
    greeting: t("mail:invitation.greeting", { name: colleague.name }),
    paragraphs: [t("mail:colleague.ask", names)],
    ...(colleague.note === ""
      ? {}
      : {
          quote: {
            label: t("mail:colleague.noteLabel", names),
            text: colleague.note,
            language: findLanguage(colleague.language)?.tag ?? language,
          },
        }),
    facts: [
      [t("mail:colleague.sections"), joinItems(colleague.sectionNames(language), language)],
      [t("mail:invitation.due"), t("mail:invitation.dueAt", due)],
      [t("mail:invitation.reference"), facts.attestation.reference],
    ],
    button: { label: t("mail:invitation.button"), href: `${facts.link}?language=${reader}` },
    notes: [t("mail:colleague.linkHint", names), t("mail:colleague.real", { ...names, proof: colleague.proof })],
    footer: t("mail:footer", names),
  };
}
