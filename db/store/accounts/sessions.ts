import type { CalledFrom, OpenSession, TeamSession } from "#db/records";
import type { Audited } from "#db/store/audit";

/** Sessions of people of the team. Whatever ends one takes effect with the next request, in every process. */
export interface SessionStore {
  signIn(
    change: {
      org: string;
      user: string;
      sessionHash: string;
      createdAt: Date;
      expiresAt: Date;
      from?: CalledFrom;
    } & Audited,
  ): Promise<void>;
  /** The session of this value, by hash; `undefined` once it has expired, or was not used since `usedSince`. */
  bySession(sessionHash: string, now: Date, usedSince?: Date): Promise<TeamSession | undefined>;
  /** Writes down that a session is in use. Leaves no event. */
  touchSession(change: { org: string; sessionHash: string; at: Date }): Promise<void>;
  signOut(change: { org: string; sessionHash: string } & Audited): Promise<void>;
  /** Those of a person that still open something, the newest first. */
  openSessions(org: string, user: string, now: Date, usedSince: Date): Promise<readonly OpenSession[]>;
  /**
   * Ends sessions of a person: the one named, or all but `except`. Without any, nothing is kept.
   * @returns how many
   */
  endSessions(change: { org: string; user: string; only?: string; except?: string } & Audited): Promise<number>;
  /**
   * Removes the sessions of all organisations that were over by `endedBy`, and those that were not used since `usedSince`: they
   * opened nothing any more.
   * @returns how many
   */
  forgetSessions(endedBy: Date, usedSince: Date): Promise<number>;
}
