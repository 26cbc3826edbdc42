import { dayOf, timeOf, zoneOf } from "#app/i18n/dates";
import type { ServiceContext } from "#app/services/context";
import type { MailFacts } from "./mail-facts";
import type { MailBody } from "./message";

/** The first mail of a campaign in one language. */
export function invitationBody(ctx: ServiceContext, facts: MailFacts, tag: string, dir: "ltr" | "rtl"): MailBody {
  const t = ctx.t(tag);
  const { campaign, contact } = facts;
  const names = { buyer: facts.organisation.name, supplier: facts.supplier.name };
  const due = {
    day: dayOf(campaign.dueAt, tag, campaign.zone),
    time: timeOf(campaign.dueAt, tag, campaign.zone),
    zone: zoneOf(campaign.dueAt, tag, campaign.zone),
  };
  const reason = campaign.reason[tag] ?? campaign.reason.en;
  return {
    language: tag,
    dir,
    greeting: contact.name
      ? t("mail:invitation.greeting", { name: contact.name })
      : t("mail:invitation.greetingNoName"),
    paragraphs: [t("mail:invitation.ask", names), t("mail:invitation.languages")],
    quote: reason ? { label: t("mail:invitation.whyLabel", names), text: reason } : undefined,
    facts: [
      [t("mail:invitation.due"), t("mail:invitation.dueAt", due)],
      [t("mail:invitation.time"), t("mail:invitation.timeValue")],
      [t("mail:invitation.reference"), facts.attestation.reference],
    ],
    button: { label: t("mail:invitation.button"), href: `${facts.link}?language=${tag}` },
    notes: [t("mail:invitation.linkHint", names), t("mail:invitation.real", names), t("mail:invitation.notYou", names)],
    unsubscribe: { label: t("mail:invitation.unsubscribe"), href: `${facts.link}/unsubscribe` },
    footer: t("mail:footer", names),
  };
}
