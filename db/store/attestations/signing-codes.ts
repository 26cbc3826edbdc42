import type { Mail, SigningCode } from "#db/records";
import type { Audited } from "#db/store/audit";
import type { NewMail } from "#db/store/campaigns/mails";

/** A code with its mail as far as it went; `sending` is absent once the mail was cleared. */
export type SigningCodeRow = SigningCode & {
  readonly sending?: Pick<Mail, "to" | "state">;
};

/** `too-soon`: another one was asked for a moment ago; `too-many`: the next one may be asked for at `after`. */
type CodeAsked =
  | { readonly kind: "asked" }
  | { readonly kind: "too-soon" }
  | { readonly kind: "too-many"; readonly after: Date };

/** How often codes may be asked for: one within `apartMs`, and `most` within `spanMs`. */
export type CodeLimits = { readonly apartMs: number; readonly most: number; readonly spanMs: number };

/** Codes that confirm a signature. Only the newest of an attestation is good for anything. */
export interface SigningCodeStore {
  newest(org: string, attestation: string): Promise<SigningCodeRow | undefined>;
  get(org: string, mail: string): Promise<SigningCode | undefined>;
  /**
   * Keeps that a code was asked for and queues its mail, or says why not; then nothing is written. LockedError when answers are
   * not taken any more.
   */
  ask(change: { code: Omit<SigningCode, "tries">; mail: NewMail; limits: CodeLimits } & Audited): Promise<CodeAsked>;
  /**
   * Counts a wrong code. @returns how many were typed now; undefined when `most` were before, and then nothing is written
   */
  countWrong(change: { org: string; mail: string; most: number } & Audited): Promise<number | undefined>;
}
