import type { MailStep } from "#terms/recipients";

export type { MailStep };

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
export const mailReasons = [
  "opted-out",
  "address-fails",
  "complained",
  "came-back",
  "letters-before-at",
  "erased",
  "code-over",
  "taken-back",
  "gone",
  "not-asked",
  "outside-hours",
] as const;
export type MailReason = (typeof mailReasons)[number];
