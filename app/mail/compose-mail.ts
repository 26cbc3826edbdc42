import { defaultLanguage } from "#app/i18n/languages";
import type { Mail } from "#db/records";
import { renderHtml } from "./html";
import { invitationBody } from "./invitation";
import { type MailData, type MailWriter, mailParts } from "./mail-data";
import type { MailBody, Message } from "./message";
import { renderPlainText } from "./plain-text";
import { receiptBody } from "./receipt";

// A line break in a name would begin another header, of the writer's choice.
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
}

function addressOf(mailFrom: string): string {
  return /<([^>]+)>/.exec(mailFrom)?.[1] ?? mailFrom;
}

function subjectOf(writer: MailWriter, facts: MailData, mail: Pick<Mail, "kind">, language: string): string {
  const t = writer.t(language);
  const names = { buyer: facts.organisation.name, supplier: facts.supplier.name };
  if (mail.kind === "receipt") return t("mail:receipt.subject", { ...names, reference: facts.attestation.reference });
  return t("mail:invitation.subject", names);
}

function unsubscribeHeaders(bodies: readonly MailBody[]): Record<string, string> {
  const href = bodies.find((body) => body.unsubscribe)?.unsubscribe?.href;
  // RFC 8058: a mail program may POST this without opening a page; GET there changes nothing.
  return href ? { "List-Unsubscribe": `<${href}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" } : {};
}

/** What a mail says: also for a preview, before there is a mail. */
export function composeMail(
  writer: MailWriter,
  facts: MailData,
  mail: Pick<Mail, "kind" | "language" | "to" | "messageId">,
): Message {
  const body = mail.kind === "receipt" ? receiptBody : invitationBody;
  const bodies = mailParts(mail.language).map((part) => body(writer, facts, part));
  const subject = oneLine(subjectOf(writer, facts, mail, bodies[0]?.language ?? defaultLanguage));
  const buyer = facts.organisation.name;
  const between = writer.t(defaultLanguage)("mail:englishBelow");
  return {
    from: { name: oneLine(buyer), address: addressOf(writer.config.mailFrom) },
    to: mail.to,
    subject,
    text: renderPlainText(bodies, between),
    html: renderHtml(subject, buyer, bodies, between),
    messageId: mail.messageId,
    headers: {
      ...unsubscribeHeaders(bodies),
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "OOF, AutoReply",
      "Content-Language": bodies.map(({ language }) => language).join(", "),
    },
  };
}
