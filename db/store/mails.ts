import type { Mail } from "#db/records";
import type { Audited } from "./audit";

export type NewMail = Omit<Mail, "state" | "attempts" | "sentAt" | "lastError">;

/** The outbox. */
export interface MailStore {
  list(org: string, page: { page: number; pageSize: number }): Promise<{ rows: readonly Mail[]; total: number }>;
  get(org: string, id: string): Promise<Mail | undefined>;
  /** Takes due mails under a lease; what is not finished by `leaseUntil` is due again. */
  claim(claim: { now: Date; leaseUntil: Date; most: number }): Promise<readonly Mail[]>;
  sent(change: { org: string; id: string; at: Date } & Audited): Promise<void>;
  /** `retryAt` absent: given up. */
  failed(change: { org: string; id: string; error: string; retryAt?: Date } & Audited): Promise<void>;
}
