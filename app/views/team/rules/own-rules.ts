import type { Choice, TrialResult } from "#app/views/team/rules/what-if";
import type { Band } from "#terms/bands";

/** A figure of a rule set beside the one of its parent. */
export type Difference = { readonly name: string; readonly official: string; readonly tried: string };

/** An invented firm under the parent and under the rule set: what it comes to is nobody's score. Points are 0 to 100. */
export type ExampleView = {
  readonly id: string;
  readonly title: string;
  readonly before: { readonly points: number; readonly band: Band };
  readonly after: { readonly points: number; readonly band: Band };
};

export type OwnRuleState = "draft" | "published" | "withdrawn";

export type OwnRuleLine = {
  readonly id: string;
  readonly title: string;
  readonly parent: string;
  readonly state: OwnRuleState;
  readonly drafter: string;
  readonly drafted: string;
};

export type ReratingLine = {
  readonly id: string;
  readonly title: string;
  readonly isBack: boolean;
  /** `asked`: it waits for a second person. */
  readonly state: "asked" | "declined" | "going-on" | "stopped" | "ended";
  readonly done: number;
  readonly all: number;
  readonly by: string;
  readonly at: string;
};

export type RulesPage = {
  /** What new ratings are made by, a line for each version of a questionnaire. */
  readonly inForce: readonly { readonly questionnaire: string; readonly rules: string }[];
  readonly history: readonly {
    readonly at: string;
    readonly by: string;
    readonly rules: string;
    readonly reason: string;
  }[];
  /** What can be chosen, by whoever may. */
  readonly choices?: readonly Choice[];
  readonly mayRerate: boolean;
  readonly own: readonly OwnRuleLine[];
  readonly reratings: readonly ReratingLine[];
};

/** The form by which a draft is saved. */
export type DraftPage = {
  readonly parent: string;
  readonly differences: readonly Difference[];
  readonly examples: readonly ExampleView[];
  /** What the form sends along. */
  readonly kept: readonly { readonly name: string; readonly value: string }[];
  readonly back: string;
  /** What the part of the suppliers is called that the figures were tried on; absent for all. */
  readonly part?: string;
  /** Why nothing can be saved, in sentences. */
  readonly faults: readonly string[];
};

/** What suppliers can be rated again by, and which. */
export type RerateOffers = {
  readonly editions: readonly Choice[];
  readonly countries: readonly Choice[];
  readonly campaigns: readonly Choice[];
  /** Whether a second person has to agree first. */
  readonly asksSecond: boolean;
};

export type RateAgainPage = RerateOffers & { readonly ruleSets: readonly Choice[]; readonly mayOrder: boolean };

export type OwnRulePage = OwnRuleLine & {
  readonly reason: string;
  readonly fingerprint: string;
  readonly differences: readonly Difference[];
  readonly examples: readonly ExampleView[];
  readonly settled?: { readonly at: string; readonly by: string };
  /** The same figures tried, on the suppliers that they were tried on when it was drafted. */
  readonly trialAt: string;
  /** That it was tried on a part alone: which, of how many rated suppliers, for whoever may see that. */
  readonly triedOn?: { readonly name?: string; readonly suppliers?: number; readonly of?: number };
  readonly mayPublish: boolean;
  /** Its author, who may not publish it. */
  readonly isAuthor: boolean;
  readonly mayWithdraw: boolean;
  /** What the form to rate again offers; absent where it cannot be done. */
  readonly rerate?: RerateOffers;
};

export type RatedAgain = {
  readonly id: string;
  readonly ref: string;
  readonly name: string;
  readonly before: RatedOnce;
  readonly after: RatedOnce;
};

/** `made`: by which rules and countries. */
type RatedOnce = { readonly score: number; readonly band: Band; readonly made: string };

export type ReratingPage = ReratingLine & {
  /** With an id where it has a page of its own. */
  readonly rules?: { readonly id?: string; readonly title: string };
  readonly edition?: string;
  /** That it waits for a second person, who is not its own author. */
  readonly waits?: "own" | "other";
  readonly maySettle?: boolean;
  readonly reason: string;
  readonly country?: string;
  readonly campaign?: string;
  readonly left: number;
  /** Only for whoever may see it. */
  readonly result?: Pick<TrialResult, "cross"> & {
    readonly worse: number;
    readonly better: number;
    readonly movers: readonly RatedAgain[];
  };
  readonly mayTakeBack: boolean;
  readonly mayExport: boolean;
  /** The one that took it back, and the one that it takes back. */
  readonly takenBackBy?: string;
  readonly takesBack?: string;
};
