import { formatLongDay } from "#app/i18n/dates/days";
import { formatTime } from "#app/i18n/dates/moments";
import { formatZone } from "#app/i18n/dates/zones";
import { isolate } from "#app/i18n/writing/isolate";
import { joinStatements } from "#app/i18n/writing/punctuation";
import type { MailData, MailPart, MailWriter } from "#app/mail/mail-data";
import type { MailBody } from "#app/mail/message";

/** The mail that proves a signature, in one language. @throws Error when nothing was signed: then there is no receipt */
export function receiptBody(writer: MailWriter, facts: MailData, { language, reader }: MailPart): MailBody {
  const t = writer.t(language);
  const { campaign, declaration } = facts;
  const names = { buyer: facts.organisation.name, supplier: facts.supplier.name };
  if (!declaration) throw new Error(`nothing was signed of ${facts.attestation.reference}`);
  const momentOf = (at: Date) => ({
    day: formatLongDay(at, language, campaign.zone),
    time: formatTime(at, language, campaign.zone),
    zone: formatZone(at, language, campaign.zone),
  });
  const signed = momentOf(declaration.signedAt);
  const { confirmation } = facts;
  const confirmed: MailBody["facts"] = confirmation
    ? [
        [
          t("mail:receipt.confirmed"),
          confirmation.by === "code"
            ? t("mail:receipt.byCode", { address: confirmation.sentTo, ...momentOf(confirmation.sentAt) })
            : t("mail:receipt.noCode"),
        ],
      ]
    : [];
  const approved: MailBody["facts"] = facts.approver
    ? [[t("mail:receipt.approved"), isolate(facts.approver, language)]]
    : [];
  const signer = [declaration.name, declaration.job].filter(Boolean).map((one) => isolate(one, language));
  return {
    language,
    greeting: t("mail:receipt.greeting"),
    paragraphs: [t("mail:receipt.ask", names)],
    facts: [
      [t("mail:receipt.reference"), facts.attestation.reference],
      [t("mail:receipt.signed"), t("mail:invitation.dueAt", signed)],
      [t("mail:receipt.by"), joinStatements(signer, language)],
      ...confirmed,
      ...approved,
      [t("mail:receipt.hash"), declaration.hash],
    ],
    button: { label: t("mail:receipt.button"), href: `${facts.link}?language=${reader}` },
    notes: [t("mail:receipt.check"), t("mail:receipt.changes")],
    footer: t("mail:footer", names),
  };
}
