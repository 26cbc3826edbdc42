import { dayOf } from "#app/i18n/dates/days";
import { timeOf } from "#app/i18n/dates/moments";
import { zoneOf } from "#app/i18n/dates/zones";
import { oneAfterOther } from "#app/i18n/writing/punctuation";
import type { ServiceContext } from "#app/services/context/contexts";
import type { MailFacts, MailPart } from "./mail-facts";
import type { MailBody } from "./message";

/** The mail that proves a signature, in one language. */
export function receiptBody(ctx: ServiceContext, facts: MailFacts, { language, reader }: MailPart): MailBody {
  const t = ctx.t(language);
  const { campaign, declaration } = facts;
  const names = { buyer: facts.organisation.name, supplier: facts.supplier.name };
  const at = declaration?.signedAt ?? ctx.clock.now();
  const signed = {
    day: dayOf(at, language, campaign.zone),
    time: timeOf(at, language, campaign.zone),
    zone: zoneOf(at, language, campaign.zone),
  };
  return {
    language,
    greeting: t("mail:receipt.greeting"),
    paragraphs: [t("mail:receipt.ask", names)],
    facts: [
      [t("mail:receipt.reference"), facts.attestation.reference],
      [t("mail:receipt.signed"), t("mail:invitation.dueAt", signed)],
      [
        t("mail:receipt.by"),
        oneAfterOther([declaration?.name ?? "", declaration?.job ?? ""].filter(Boolean), language),
      ],
      [t("mail:receipt.hash"), declaration?.hash ?? ""],
    ],
    button: { label: t("mail:receipt.button"), href: `${facts.link}?language=${reader}` },
    notes: [t("mail:receipt.check"), t("mail:receipt.changes")],
    footer: t("mail:footer", names),
  };
}
