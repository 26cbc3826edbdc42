import type { InboundWhat } from "#terms/mails/inbound";
import type { About } from "./about";

/** What happens to mails, ours and those that come in. */
export type MailEvents = {
  "mail.queued": About<"mail" | "attestation", { kind: string }>;
  "mail.sent": About<"mail", { messageId: string }>;
  "mail.failed": About<"mail", { error: string; attempts: number }>;
  /** Somebody had one sent to themselves. */
  "mail.tested": About<"user", { isTaken: boolean }>;
  /** A message was taken in: about the invitation whose mail it names, else about the organisation. */
  "mail.came-in": About<"invitation" | "organisation", { what: InboundWhat }>;
  /** Somebody said that the address of its contact works, whatever came back. */
  "address.confirmed": About<"invitation">;
};
