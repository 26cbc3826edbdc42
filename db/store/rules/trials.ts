import type { Audited } from "#db/store/audit";

/** Other figures of a rule set that somebody tries, under a name. */
export type Trial = {
  readonly org: string;
  readonly id: string;
  readonly name: string;
  /** The user whose it is. */
  readonly owner: string;
  /** Id of the rule set that it comes from; absent where each supplier keeps its own. */
  readonly rules?: string;
  /** Id of a country edition; absent where each supplier keeps its own. */
  readonly edition?: string;
  /** Figures by their places in the rules. */
  readonly changes: Readonly<Record<string, number>>;
  /** Filters of the suppliers table, as an address says them, that leave the part it is tried on; absent for all. */
  readonly part?: string;
  readonly isShared: boolean;
  readonly savedAt: Date;
};

/** With the name of the user whose it is. */
export type NamedTrial = Trial & { readonly by: string };

/** What people try of the rules. Whose is read by whom is decided by whoever asks. */
export interface TrialStore {
  /** All of an organisation, newest first. */
  list(org: string): Promise<readonly NamedTrial[]>;
  get(org: string, id: string): Promise<NamedTrial | undefined>;
  /**
   * Keeps one, or changes the one that has its id and is its owner's. `most`: of one owner.
   * @returns "full" where they have so many; MissingError for somebody else's
   */
  save(change: { readonly trial: Trial; readonly most: number } & Audited): Promise<"saved" | "full">;
  /** MissingError for somebody else's. */
  remove(change: { readonly org: string; readonly id: string; readonly owner: string } & Audited): Promise<void>;
}
