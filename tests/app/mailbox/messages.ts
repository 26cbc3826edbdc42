import { bytesOf, report } from "#tests/app/mail/inbound/messages";
import type { Recipient } from "#tests/support/world";

type Said = { readonly status?: string; readonly said: string; readonly action?: string; readonly to?: string };

/** A report that a mail was not delivered. */
export function bounceOf(
  { mail }: Pick<Recipient, "mail">,
  { status = "5.1.1", said, action = "failed", to = mail.to }: Said,
) {
  return report("delivery-status", "See below.", [
    [
      "message/delivery-status",
      `Reporting-MTA: dns; relay.example\n\nFinal-Recipient: rfc822; ${to}\nAction: ${action}\nStatus: ${status}\nDiagnostic-Code: smtp; 550 ${status} ${said}`,
    ],
    ["text/rfc822-headers", `From: desk@buyer.example\nTo: ${mail.to}\nMessage-ID: ${mail.messageId}`],
  ]);
}

export const noSuchUser = { said: "no such user here" };

/** What a person writes back. */
export const replyTo = (
  messageId: string,
  headers: Readonly<Record<string, string>> = {},
  text = "We are on it.",
): Uint8Array =>
  bytesOf({ From: "Anna <anna@mill.example>", Subject: "Re: questions", "In-Reply-To": messageId, ...headers }, text);

/** A complaint by a feedback report. */
export const complaintOf = ({ mail }: Pick<Recipient, "mail">): Uint8Array =>
  report("feedback-report", "A complaint.", [
    ["message/feedback-report", "Feedback-Type: abuse\nUser-Agent: x\nVersion: 1"],
    [
      "message/rfc822",
      `From: desk@buyer.example\nTo: ${mail.to}\nMessage-ID: ${mail.messageId}\nSubject: Questions\n\nPlease answer.`,
    ],
  ]);
