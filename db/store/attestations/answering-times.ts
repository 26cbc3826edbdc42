import type { AnsweringTimes } from "#db/records";

/** A version of a questionnaire of an organisation. */
type Version = { readonly org: string; readonly questionnaire: string; readonly version: number };

/** How long people took to answer: counts about nobody, so that keeping them leaves no event. */
export interface AnsweringTimeStore {
  get(of: Version): Promise<AnsweringTimes | undefined>;
  /** Instead of what was kept before. */
  keep(change: Version & AnsweringTimes): Promise<void>;
  /** Versions of which something is signed. */
  versions(org: string): Promise<readonly Version[]>;
  /** The newest attestations of a version that are signed, by id and with when they were started. */
  signed(of: Version, most: number): Promise<readonly { readonly id: string; readonly startedAt?: Date }[]>;
}
