import type { AuditEvent } from "#db/audit";
import type { Attestation, JobLease, JobProgress, Launch } from "#db/records";
import type { Audited } from "#db/store/audit";
import type { NewInvitation } from "./invitations";
import type { NewMail } from "./mails";

/** One supplier who is asked, and what happened by asking. */
export type NewRecipient = {
  readonly invitation: NewInvitation;
  readonly attestation: Attestation;
  readonly mail: NewMail;
  readonly audit?: readonly AuditEvent[];
};

/** Launches: how the suppliers of a campaign come to be invited. */
export interface LaunchStore {
  get(org: string, campaign: string): Promise<Launch | undefined>;
  /**
   * Makes a draft live, and adds the job "launch.invite" of its key, which invites its suppliers after that, in steps. One is
   * done at a time in an organisation. MissingError when it is no draft any more, or is not due at `dueAt` any more, from
   * which the end of the links was counted. `offered`: as the campaign has it.
   */
  begin(
    change: Omit<Launch, "endedAt"> & { dueAt: Date; at: Date; offered?: readonly string[] } & Audited,
  ): Promise<void>;
  /**
   * One step: all of these or none, but who is invited already stays as invited. Each mail goes to the address, and in the
   * language, that its contact has by then; one job sends the mails of the step. MissingError once the launch is over,
   * LeaseLostError once `job` was taken over.
   * @returns how many were invited
   */
  invite(change: {
    org: string;
    campaign: string;
    recipients: readonly NewRecipient[];
    job?: { lease: JobLease; progress: JobProgress };
  }): Promise<number>;
  /** Ends the job as well, if it is given its lease. */
  end(change: { org: string; campaign: string; at: Date; lease?: JobLease } & Audited): Promise<void>;
}
