import type { AuditEvent } from "#db/audit";
import type { Attestation, Launch } from "#db/records";
import type { Audited } from "./audit";
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
  /** Those that go on, of all organisations, because the program itself takes them up again after it was stopped. */
  open(): Promise<readonly { org: string; campaign: string }[]>;
  /**
   * Makes a draft live. Its suppliers are invited after that, in steps. MissingError when it is no draft any more, or is not
   * due at `dueAt` any more, from which the end of the links was counted.
   */
  begin(change: Omit<Launch, "endedAt"> & { dueAt: Date; at: Date } & Audited): Promise<void>;
  /**
   * One step: all of these or none, but who is invited already stays as invited. Each mail goes to the address, and in the
   * language, that its contact has by then. MissingError once the launch is over.
   * @returns how many were invited
   */
  invite(change: { org: string; campaign: string; recipients: readonly NewRecipient[] }): Promise<number>;
  end(change: { org: string; campaign: string; at: Date } & Audited): Promise<void>;
}
