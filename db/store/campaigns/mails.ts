import type { JobLease, Mail } from "#db/records";
import type { Audited } from "#db/store/audit";

export type NewMail = Omit<Mail, "state" | "attempts" | "sentAt" | "lastError">;

/** A try to send a mail, which is over. */
export type MailTry = {
  readonly org: string;
  readonly id: string;
  /** How often it was tried before. */
  readonly attempts: number;
  readonly at: Date;
  /** The job that tried; `isOver` when this was the last of its mails. */
  readonly job: { readonly lease: JobLease; readonly isOver: boolean };
};

/**
 * The outbox. Every write that queues mails adds the job "mail.send" that sends them, and a try that failed for now the job of
 * the next. One job tries a mail for the first time, another one for the second: so no two send it.
 */
export interface MailStore {
  list(org: string, page: { page: number; pageSize: number }): Promise<{ rows: readonly Mail[]; total: number }>;
  get(org: string, id: string): Promise<Mail | undefined>;
  /** Those of these mails that were tried so often and wait for another try, in no order. */
  waiting(org: string, mails: { ids: readonly string[]; attempts: number }): Promise<readonly Mail[]>;
  /** All mails about these invitations, the oldest first, at most `most`. */
  about(org: string, ask: { invitations: readonly string[]; most: number }): Promise<readonly Mail[]>;
  /** How many wait to be sent. */
  countWaiting(org: string): Promise<number>;
  /** Keeps that somebody had a mail sent to themselves, which is not one of these. */
  tested(change: { org: string } & Audited): Promise<void>;
  /** MissingError when the mail does not wait for this try; LeaseLostError when the job was taken over. */
  sent(change: MailTry & Audited): Promise<void>;
  /**
   * `retryAt` absent: given up. `isMoot`: nobody needs it any more, so that the one that left before it is the newest of its invitation
   * again. Throws as `sent` does.
   */
  failed(change: MailTry & { error: string; retryAt?: Date; isMoot?: boolean } & Audited): Promise<void>;
}
