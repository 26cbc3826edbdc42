import type { Band } from "#terms/bands";

/** What an example of a rule set has to come to under it. */
export type ExpectedExample = { readonly id: string; readonly band: Band; readonly score: number };

/**
 * A rule set of an organisation's own: a draft until a second person publishes it. What it says never changes; what is added later is
 * only what became of it.
 */
export type OwnRuleSet = {
  readonly org: string;
  readonly id: string;
  /** Counts those of an organisation, from 1. */
  readonly position: number;
  readonly title: string;
  readonly reason: string;
  /** Id of the rule set that it comes from. */
  readonly parent: string;
  /** The figures that differ from it, by their places in the rules. */
  readonly changes: Readonly<Record<string, number>>;
  /** Canonical JSON of the rules, of which `fingerprint` is the SHA-256 in hex. */
  readonly definition: string;
  readonly fingerprint: string;
  /** Canonical JSON of the words in each language, and the SHA-256 of that. */
  readonly words: string;
  readonly wordsFingerprint: string;
  readonly madeFor: { readonly id: string; readonly versions: { readonly from: number; readonly to: number } };
  readonly examples: readonly ExpectedExample[];
  /** The part of the suppliers that it was tried on, if not on all: filters as an address says them, and rated suppliers. */
  readonly triedOn?: { readonly part: string; readonly suppliers: number; readonly all: number };
  readonly draftedAt: Date;
  /** Ids of users. */
  readonly draftedBy: string;
  readonly publishedAt?: Date;
  readonly publishedBy?: string;
  readonly withdrawnAt?: Date;
  readonly withdrawnBy?: string;
};

/** From when on new ratings of a questionnaire are made by which rule set. */
export type RulesInForce = {
  readonly org: string;
  /** Id of the questionnaire. */
  readonly questionnaire: string;
  readonly ruleSet: string;
  readonly reason: string;
  readonly at: Date;
  /** Id of a user. */
  readonly by: string;
};

/** `asked`: it waits until a second person has `agreed`, or `declined` and so ended it. */
export type SecondStep = "asked" | "agreed" | "declined";

/** All or some suppliers rated again by another rule set, with another edition or both, or that taken back. */
export type Rerating = {
  readonly org: string;
  readonly id: string;
  /** The rule set that they are rated by; of one that takes back, the one that they leave again. Absent where each keeps its own. */
  readonly ruleSet?: string;
  /** The same of the country edition. */
  readonly edition?: string;
  /** Id of the one that it takes back: each supplier goes back to the rule set it had before that. */
  readonly takesBack?: string;
  /** Country code of the supplier. */
  readonly country?: string;
  readonly campaign?: string;
  readonly reason: string;
  readonly orderedAt: Date;
  /** Id of a user. */
  readonly orderedBy: string;
  /** How many suppliers there were to rate when it was ordered. */
  readonly all: number;
  /** How many went from a band to another, or kept it: `low high`. They are all that are done. */
  readonly counts: Readonly<Record<string, number>>;
  /** Set with its end; `left`: how many could not be rated. */
  readonly endedAt?: Date;
  readonly left?: number;
  readonly second?: SecondStep;
  /** Id of a user. */
  readonly secondBy?: string;
  readonly secondAt?: Date;
};

/** What events say of a rule set: its id and title. */
export type RuleSetNamed = { rules: string; title: string };

/** What they say of a rerating; `title`: of the rules or countries that suppliers are rated by, or leave again where they go `back`. */
export type RatedAgainBy = { rerating: string; title: string; suppliers: number; back: boolean };
