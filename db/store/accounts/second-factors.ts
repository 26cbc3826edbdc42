import type { SecondFactor } from "#db/records";
import type { Audited } from "#db/store/audit";
import type { Role } from "#terms/roles";

/** Codes that people have besides their password, and who must have them. */
export interface SecondFactorStore {
  get(org: string, user: string): Promise<SecondFactor | undefined>;
  /** Turns it on with the secret of a generation, `step` being that of the code that was shown. ConflictError for an older generation. */
  set(
    change: {
      org: string;
      user: string;
      generation: number;
      step: number;
      at: Date;
      codeHashes: readonly string[];
      exceptSession?: string;
    } & Audited,
  ): Promise<void>;
  /** Uses up a code. Without an event: what it opens has one. @returns false where this or a newer one was used before */
  spendStep(change: { org: string; user: string; step: number }): Promise<boolean>;
  /** Uses up a recovery code. @returns false, keeping nothing, where there is no such code that is unused */
  spendRecoveryCode(change: { org: string; user: string; codeHash: string; at: Date } & Audited): Promise<boolean>;
  renewRecoveryCodes(change: { org: string; user: string; codeHashes: readonly string[] } & Audited): Promise<void>;
  remove(change: { org: string; user: string } & Audited): Promise<void>;
  /** People of the organisation who have it turned on. */
  holders(org: string): Promise<readonly string[]>;
  /** The roles that must have one. */
  roles(org: string): Promise<readonly Role[]>;
  changeRoles(change: { org: string; roles: readonly Role[] } & Audited): Promise<void>;
}
