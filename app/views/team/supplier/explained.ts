import type { DoubtKind } from "#scoring/editions/edition-doubts";
import type { BandConditions } from "#scoring/explanation/changes/band-conditions";
import type { Workings } from "#scoring/explanation/workings/workings";
import type { Band } from "#terms/bands";

export type { GateWorkings } from "#scoring/explanation/workings/control-workings";
export type { FlagWorkings } from "#scoring/explanation/workings/flag-workings";
export type { WorkforceTerm } from "#scoring/inherent/workforce";
export type { DoubtKind, Workings };

/** A doubt of the data that a step used, as its source says it. */
export type DoubtView = { readonly kind: DoubtKind; readonly text: string };

/** One answer that would be enough. `answer` in words where it is one of the options that the question offers. */
export type ChangeView = {
  readonly question: string;
  readonly name: string;
  readonly answer?: string;
  readonly isNewAnswer: boolean;
  readonly proof?: "attached" | "verified";
  readonly score: number;
  readonly band: Band;
};

/** All that holds a band, with the words of each knock-out. */
export type ConditionsView = Omit<BandConditions, "floors"> & {
  readonly floors: readonly {
    readonly question: string;
    readonly text: string;
    readonly band: Band;
    readonly unverified: boolean;
  }[];
};

/** What a rating is made of, to be worked out by hand, and what would move its band. */
export type ExplainedView = {
  readonly workings: Workings;
  /** What each control is called, by its id. */
  readonly controls: Readonly<Record<string, string>>;
  readonly doubts: Readonly<Partial<Record<string, readonly DoubtView[]>>>;
  readonly changes: readonly ChangeView[];
};
