/** How far the recipients of a campaign got, in the order of the funnel. */
export const funnelSteps = ["invited", "delivered", "started", "submitted"] as const;
export type FunnelStep = (typeof funnelSteps)[number];

/** What keeps a recipient from having answered; `voided`: they did, and it counts no more. */
export const recipientTroubles = ["failed-mail", "declined", "opted-out", "expired", "silent", "voided"] as const;
export type RecipientTrouble = (typeof recipientTroubles)[number];

/** Where one recipient stands. */
export const recipientStates = [
  "submitted",
  "voided",
  "declined",
  "withdrawn",
  "expired",
  "started",
  "invited",
] as const;
export type RecipientState = (typeof recipientStates)[number];

/** Why no mail leaves at all: whoever runs the mail server or its settings has to mend it. */
export type MailTrouble = "connection" | "tls" | "login" | "sender" | "quota";

/**
 * How far a mail came before it was refused: connecting (with the greeting), the encryption, the login, MAIL FROM, RCPT TO, and
 * the message itself. `not-offered`: it was not handed over at all, for a reason of its own.
 */
export type MailStep = "connection" | "tls" | "login" | "sender" | "recipient" | "message" | "not-offered";
