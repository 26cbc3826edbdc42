import { expect, test } from "vitest";
import { judgeRefusal } from "#app/mail/judge-refusal";
import type { MailStep } from "#terms/recipients";

/** What real servers say, and what it means: whose fault, then which trouble, or whether it is final. */
const table: readonly (readonly [step: MailStep, said: string, verdict: string])[] = [
  // The connection
  ["connection", "connect ECONNREFUSED 127.0.0.1:25", "server connection"],
  ["connection", "getaddrinfo ENOTFOUND mail.exmaple.com", "server connection"],
  ["connection", "Connection timeout", "server connection"],
  ["connection", "554 5.7.1 No SMTP service here", "server connection"],
  ["connection", "421 4.3.2 Service shutting down", "server connection"],
  ["connection", "421 4.7.0 Too many connections from your host", "server quota"],
  ["connection", "421 4.4.5 Connection rate limit exceeded", "server quota"],
  ["connection", "self-signed certificate", "server tls"],
  ["connection", "write EPROTO: wrong version number", "server tls"],
  ["tls", "454 4.7.0 TLS not available", "server tls"],
  // The login
  ["login", "535 5.7.8 Username and Password not accepted", "server login"],
  ["login", "535 5.7.8 Error: authentication failed: SSL required", "server login"],
  ["login", "534 5.7.9 Application-specific password required", "server login"],
  ["login", "454 4.7.0 Temporary authentication failure", "server login"],
  ["login", "530 5.7.0 Must issue a STARTTLS command first", "server tls"],
  ["sender", "530 5.7.0 Authentication required", "server login"],
  ["sender", "530 5.7.0 Must issue a STARTTLS command first", "server tls"],
  ["recipient", "530 5.7.1 Client was not authenticated", "server login one"],
  // The sender
  ["sender", "550 5.7.1 Sender not allowed", "server sender"],
  ["sender", "553 5.1.8 Domain of sender address does not exist", "server sender"],
  ["sender", "553 sorry, that domain isn't in my list of allowed hosts", "server sender"],
  ["sender", "501 5.1.7 Bad sender address syntax", "server sender"],
  ["sender", "450 4.1.8 Sender address rejected: Domain not found", "server sender"],
  ["recipient", "553 5.7.1 <avow@x.example>: Sender address rejected: not owned by user m", "server sender one"],
  ["recipient", "550 5.1.7 Invalid address of the sender", "server sender one"],
  [
    "recipient",
    "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org",
    "server sender one",
  ],
  ["recipient", "554 5.7.1 <maria@x.example>: Relay access denied", "server login one"],
  ["recipient", "550 relaying denied", "server login one"],
  ["message", "554 Message rejected: Email address is not verified", "server sender one"],
  ["message", "550 5.7.26 This mail is unauthenticated, which poses a security risk", "server sender one"],
  ["message", "554 5.7.1 Message contains spam or virus", "server sender one"],
  ["message", "554 Transaction failed", "server sender one"],
  // Quotas
  ["sender", "452 4.3.1 Insufficient system storage", "server quota"],
  ["sender", "454 4.7.0 Throttling failure: Maximum sending rate exceeded", "server quota"],
  ["sender", "550 5.4.5 Daily sending quota exceeded", "server quota"],
  ["sender", "451 4.7.1 Try again later", "server quota"],
  ["recipient", "550 5.4.5 Daily user sending limit exceeded", "server quota one"],
  ["recipient", "452 4.5.3 Too many recipients", "server quota one"],
  ["recipient", "452 too many messages for today", "server quota one"],
  ["recipient", "452 Insufficient system storage", "server quota one"],
  ["recipient", "450 4.7.1 You send too fast", "server quota one"],
  ["recipient", "421 4.7.28 Unusual rate of mail", "server quota one"],
  ["recipient", "421 Closing transmission channel", "server connection one"],
  ["message", "452 4.3.1 Out of disk", "server quota one"],
  ["message", "554 5.7.0 Too many messages per day", "server quota one"],
  // One recipient, or one mail
  ["recipient", "550 5.1.1 The mailbox does not exist", "mail final"],
  ["recipient", "550 no such user", "mail final"],
  ["recipient", "551 5.1.6 User has moved", "mail final"],
  ["recipient", "553 5.1.3 Bad address", "mail final"],
  ["recipient", "550 5.2.1 The mailbox is disabled", "mail final"],
  ["recipient", "550 5.4.1 Recipient address rejected: Access denied", "mail final"],
  ["recipient", "554 5.7.1 <maria@x.example>: Recipient address rejected: Access denied", "mail final"],
  ["recipient", "550 5.1.2 Unrouteable address", "mail final"],
  ["recipient", "552 5.2.2 Mailbox full", "mail again"],
  ["recipient", "452 4.2.2 The account is over quota", "mail again"],
  ["recipient", "552 exceeded storage allocation", "mail again"],
  ["recipient", "550 mailbox size limit exceeded", "mail again"],
  ["recipient", "450 4.2.1 The user receives mail too fast", "mail again"],
  ["recipient", "450 4.7.1 Greylisted, come back later", "mail again"],
  ["recipient", "451 4.7.1 <maria@x.example>: Recipient address rejected: Greylisting in action", "mail again"],
  ["recipient", "450 4.1.2 Recipient address rejected: Domain not found", "mail again"],
  ["recipient", "451 try later", "mail again"],
  ["message", "550 5.1.1 No such user", "mail final"],
  ["message", "552 5.3.4 Message too big", "mail final"],
  ["message", "552 5.2.2 Mailbox full", "mail again"],
  ["message", "451 4.0.0 Local error", "mail again"],
  ["sender", "552 5.3.4 Message size exceeds fixed limit", "mail final"],
  ["not-offered", "letters-before-at", "mail final"],
];

test.each(table)("%s: %s is %s", (step, said, wanted) => {
  const reply = /^\d{3}/.exec(said)?.[0];
  const verdict = judgeRefusal({ step, said, reply: reply === undefined ? undefined : Number(reply) });
  const got =
    verdict.whose === "server"
      ? ["server", verdict.trouble, ...(verdict.mayBeOne ? ["one"] : [])]
      : ["mail", verdict.isFinal ? "final" : "again"];
  expect(got.join(" ")).toBe(wanted);
});
