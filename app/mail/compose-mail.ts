import { defaultLanguage } from "#app/i18n/languages";
import type { Mail } from "#db/records";
import { renderHtml } from "./html";
import { actionsBody, actionsDueBody } from "./kinds/actions";
import { approvalBody, approvalNames, returnedBody } from "./kinds/approval";
import { askedAgainBody } from "./kinds/asked-again";
import { codeBody } from "./kinds/code";
import { colleagueBody, colleagueNames } from "./kinds/colleague";
import { givenBackBody, givenBackNames } from "./kinds/given-back";
import { answerBody, questionBody } from "./kinds/help";
import { invitationBody, reminderBody } from "./kinds/invitation";
import { receiptBody } from "./kinds/receipt";
import { type MailData, type MailWriter, mailParts } from "./mail-data";
import type { MailBody, Message } from "./message";
import { renderPlainText } from "./plain-text";
import { isPlainAddress, oneLine, senderOf } from "./sender";

const bodies: { readonly [Kind in Mail["kind"]]: typeof invitationBody } = {
  invitation: invitationBody,
  reminder: reminderBody,
  receipt: receiptBody,
  code: codeBody,
  colleague: colleagueBody,
  question: questionBody,
  answer: answerBody,
  approval: approvalBody,
  returned: returnedBody,
  "given-back": givenBackBody,
  actions: actionsBody,
  "actions-due": actionsDueBody,
  "asked-again": askedAgainBody,
};

function subjectOf(writer: MailWriter, facts: MailData, mail: Pick<Mail, "kind">, language: string): string {
  const t = writer.t(language);
  const names = { buyer: facts.organisation.name, supplier: facts.supplier.name };
  const code = facts.help?.code ?? "";
  switch (mail.kind) {
    case "receipt":
      return t("mail:receipt.subject", { ...names, reference: facts.attestation.reference });
    case "code":
      return t("mail:code.subject", names);
    case "colleague":
      return t("mail:colleague.subject", colleagueNames(facts).names);
    case "question":
      return t("team:help.mail.subject", { ...names, code });
    case "answer":
      return t("mail:answer.subject", { ...names, code });
    case "approval":
      return t("mail:approval.subject", approvalNames(facts));
    case "given-back":
      return t("mail:returned.subject", givenBackNames(facts).names);
    case "asked-again":
      return t("mail:again.subject", names);
    case "returned":
      return t("mail:approval.returned", approvalNames(facts));
    case "actions":
      return t("mail:actions.subject", names);
    case "actions-due":
      return t("mail:actions.subjectDue", names);
    // What a person's own answer would begin with, in every language: it stands below the first mail.
    case "reminder":
      return `Re: ${t("mail:invitation.subject", names)}`;
    default:
      return t("mail:invitation.subject", names);
  }
}

function unsubscribeHeaders(bodies: readonly MailBody[]): Record<string, string> {
  const href = bodies.find((body) => body.unsubscribe)?.unsubscribe?.href;
  // RFC 8058: a mail program may POST this without opening a page; GET there changes nothing.
  return href ? { "List-Unsubscribe": `<${href}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" } : {};
}

/** Answers go to the person whose campaign it is; an address that other programs could misread stays away. */
function replyTo({ owner }: MailData): Pick<Message, "replyTo"> {
  return owner && isPlainAddress(owner) ? { replyTo: owner } : {};
}

/** Mail programs show the mails of one request below its first one. */
function threadOf(
  { thread }: MailData,
  { messageId }: Pick<Mail, "messageId">,
): Pick<Message, "inReplyTo" | "references"> {
  return thread === undefined || thread === messageId ? {} : { inReplyTo: thread, references: thread };
}

/** What a mail says: also for a preview, before there is a mail. */
export function composeMail(
  writer: MailWriter,
  facts: MailData,
  mail: Pick<Mail, "kind" | "language" | "to" | "messageId">,
): Message {
  const body = bodies[mail.kind];
  const parts = mailParts(mail.language, facts.campaign).map((part) => body(writer, facts, part));
  const subject = oneLine(subjectOf(writer, facts, mail, parts[0]?.language ?? defaultLanguage));
  const buyer = facts.organisation.name;
  const englishBelow = writer.t(defaultLanguage)("mail:englishBelow");
  return {
    from: senderOf(writer.config, facts.organisation),
    to: mail.to,
    subject,
    text: renderPlainText(parts, englishBelow),
    html: renderHtml(subject, buyer, parts, englishBelow),
    messageId: mail.messageId,
    ...replyTo(facts),
    ...threadOf(facts, mail),
    headers: {
      ...unsubscribeHeaders(parts),
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "OOF, AutoReply",
      "Content-Language": parts.map(({ language }) => language).join(", "),
    },
  };
}
