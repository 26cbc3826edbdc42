/** Where a mail stands. It stays `queued` between two tries, and without a mail server, and is read under Settings, Mail. */
export type MailState = "queued" | "sent" | "failed";

/**
 * A mail as data: it is written out when sent or shown, so that no link is ever stored.
 * `messageId` is fixed when queued: a second copy after a crash carries the same one.
 */
export type Mail = {
  readonly org: string;
  readonly id: string;
  readonly kind: "invitation" | "receipt" | "reminder";
  readonly invitation: string;
  readonly to: string;
  readonly language: string;
  readonly messageId: string;
  readonly state: MailState;
  /** How often it was tried. */
  readonly attempts: number;
  readonly queuedAt: Date;
  readonly sentAt?: Date;
  readonly lastError?: string;
};
