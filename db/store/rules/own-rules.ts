import type { OwnRuleSet, RulesInForce } from "#db/records";
import type { Audited } from "#db/store/audit";

/** With the names of who did what. */
export type NamedRuleSet = OwnRuleSet & {
  readonly drafter: string;
  readonly publisher?: string;
  readonly withdrawer?: string;
};

/** Rule sets of an organisation's own. No method changes what one says. */
export interface OwnRuleStore {
  /** Oldest first, drafts and withdrawn ones included. */
  list(org: string): Promise<readonly NamedRuleSet[]>;
  get(org: string, id: string): Promise<NamedRuleSet | undefined>;
  /** Which are published, oldest first. */
  published(org: string): Promise<readonly Pick<OwnRuleSet, "org" | "id" | "fingerprint">[]>;
  /** @returns "there" where its title or its place is taken, "full" where there are so many: nothing is written then */
  draft(change: { readonly rules: OwnRuleSet; readonly most: number } & Audited): Promise<"drafted" | "there" | "full">;
  /**
   * A draft is published by somebody who did not write it, or withdrawn. MissingError for what is no draft any more, what says something else than
   * `fingerprint`, and for its author who would publish it.
   */
  settle(
    change: {
      readonly org: string;
      readonly id: string;
      readonly fingerprint: string;
      readonly as: "published" | "withdrawn";
      readonly at: Date;
      readonly by: string;
    } & Audited,
  ): Promise<void>;
  /** What counts for new ratings, newest first, with who said so. */
  inForce(org: string): Promise<readonly (RulesInForce & { readonly name: string })[]>;
  /** ConflictError where another choice about this questionnaire was made since the `after`th of the organisation. */
  choose(change: RulesInForce & { readonly after: number } & Audited): Promise<void>;
}
