/**
 * How far a mail came before it was refused: connecting (with the greeting), the encryption, the login, MAIL FROM, RCPT TO, and
 * the message itself. `not-offered`: it was not handed over at all, for a reason of its own.
 */
export type MailStep = "connection" | "tls" | "login" | "sender" | "recipient" | "message" | "not-offered";

/** Why a mail was not taken. `said`: the reply of the mail server, or what went wrong on the way there. */
export type Refusal = { readonly step: MailStep; readonly reply?: number; readonly said: string };

/** What a mailer throws. */
export class MailError extends Error {
  override readonly name = "MailError";

  constructor(readonly refusal: Refusal) {
    super(refusal.said);
  }
}

/** Reasons of our own, kept instead of what a mail server said; each has its sentence, `mailReason.<code>` in the texts of the team. */
export const mailReasons = ["opted-out", "letters-before-at"] as const;
export type MailReason = (typeof mailReasons)[number];
