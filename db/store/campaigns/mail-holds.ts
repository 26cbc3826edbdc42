import type { JobLease, MailHold } from "#db/records";

/**
 * Whether mails wait for the mail server to be mended. It is about no organisation, and like jobs it leaves no event: what
 * became of each mail does.
 */
export interface MailHoldStore {
  /** The last one, also when it is over. */
  get(): Promise<MailHold | undefined>;
  /**
   * Has all mails wait, and those that were refused before stay known; gives back the job that found out, which is due again at `jobDueAt` as if it had not been taken
   * up. LeaseLostError when the job was taken over.
   */
  keep(change: { hold: Omit<MailHold, "endedAt">; lease: JobLease; jobDueAt: Date }): Promise<void>;
  /** Takes the right to try one mail, until `until`; false where it is not due, somebody else has it, or nothing waits. */
  takeTry(change: { at: Date; until: Date }): Promise<boolean>;
  /** Mails go out again. Does nothing where none wait. */
  end(at: Date): Promise<void>;
  /** Has one mail tried at once, and the others as soon as it went well; whoever tries meanwhile is not waited for. @returns whether mails wait */
  tryAt(at: Date): Promise<boolean>;
}
