/** Where a mail stands. Without a mail server it stays `queued` and is read under Settings, Mail. */
export type MailState = "queued" | "sending" | "sent" | "failed";

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
  readonly attempts: number;
  readonly queuedAt: Date;
  readonly dueAt: Date;
  readonly sentAt?: Date;
  readonly lastError?: string;
};
