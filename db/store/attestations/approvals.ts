import type { Approval } from "#db/records";
import type { Audited, AuditedMany } from "#db/store/audit";
import type { NewMail } from "#db/store/campaigns/mails";
import type { NewColleague } from "./colleagues";

export type NewApproval = Omit<Approval, "outcome" | "endedAt" | "reason">;

/** Signatures that wait for a second person. */
export interface ApprovalStore {
  /** The last one that was asked for. */
  newest(org: string, attestation: string): Promise<Approval | undefined>;
  /** That of one colleague. */
  get(org: string, colleague: string): Promise<Approval | undefined>;
  /**
   * Keeps a signature that waits, with whoever is asked to approve it, and spends the code that confirmed it. ConflictError when
   * an answer changed since its revision; LockedError when no answers are taken any more; MissingError for a code that is spent.
   * @returns "there" where one waits already, "full" where `most` colleagues were asked: nothing was written
   */
  ask(
    change: {
      approval: NewApproval;
      colleague: NewColleague;
      most: number;
      mail?: NewMail;
      code?: { readonly mail: string; readonly most: number };
    } & AuditedMany,
  ): Promise<"asked" | "there" | "full">;
  /**
   * Ends one that waits, without a signature; for "withdrawn" the link ends too. Idempotent.
   * @returns whether it did: not where it had ended before
   */
  end(
    change: {
      org: string;
      attestation: string;
      colleague: string;
      outcome: "returned" | "withdrawn";
      reason?: string;
      at: Date;
      mail?: NewMail;
    } & Audited,
  ): Promise<boolean>;
}
