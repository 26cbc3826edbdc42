import type { BandBounds } from "#app/views/team/supplier/rating";
import type { Band } from "#terms/bands";

/** A figure of the rules, and what is tried instead. All are whole, points or percent. */
export type DialView = {
  readonly id: string;
  readonly label: string;
  readonly official: number;
  readonly tried: number;
  /** As it was typed, where it is no figure. */
  readonly typed?: string;
  readonly fault?: string;
};

export type DialGroupView = {
  readonly id: string;
  readonly title: string;
  readonly dials: readonly DialView[];
  readonly sum?: number;
};

export type Choice = { readonly value: string; readonly label: string };

/** Score and band, and the place among all when the worst comes first. */
export type Placed = { readonly score: number; readonly band: Band; readonly place: number };

export type MoverView = {
  readonly id: string;
  readonly name: string;
  readonly before: Placed;
  readonly after: Placed;
  /** What moved it most, in a sentence. */
  readonly because: string;
};

export type CountryMoves = {
  readonly name: string;
  readonly worse: number;
  readonly better: number;
  readonly rated: number;
};

/** A mark of the plot, in points: `count` suppliers that keep their band, or one that changes it. */
export type PlotMark = {
  readonly before: number;
  readonly after: number;
  readonly count: number;
  readonly way: "same" | "worse" | "better";
};

/** A row of the table that says what the plot shows: suppliers by the ten points that their official score is in. */
export type PlotRow = {
  readonly from: number;
  readonly to: number;
  readonly same: number;
  readonly worse: number;
  readonly better: number;
};

/** What came of a trial, so far or at the end. */
export type TrialResult = {
  readonly tried: number;
  readonly changed: number;
  readonly worse: number;
  readonly better: number;
  readonly entering: number;
  readonly leaving: number;
  /** By band before, and in it by band after, best first. */
  readonly cross: readonly {
    readonly band: Band;
    readonly after: readonly { readonly band: Band; readonly count: number }[];
  }[];
  readonly countries: { readonly shown: readonly CountryMoves[]; readonly others?: CountryMoves };
  readonly movers: readonly MoverView[];
  readonly plot: {
    readonly bounds: BandBounds;
    readonly marks: readonly PlotMark[];
    readonly rows: readonly PlotRow[];
    readonly leftOut: number;
  };
};

/** A part of the suppliers; `size`: its rated suppliers, of all rated ones, once it was looked at. */
export type PartView = {
  readonly name: string;
  readonly size?: { readonly suppliers: number; readonly of: number };
};

/** The fields that choose a part. */
export type PartForm = {
  /** Saved views, of which one can be chosen instead of filters. */
  readonly views: readonly Choice[];
  readonly fields: readonly {
    readonly parameter: string;
    readonly name: string;
    readonly value?: string;
    readonly choices: readonly Choice[];
  }[];
  readonly bands: { readonly parameter: string; readonly choices: readonly Choice[]; readonly set: readonly string[] };
  /** Filters without a field of their own: as they are sent along, and in words. */
  readonly kept: readonly { readonly name: string; readonly value: string }[];
  readonly others: readonly { readonly name: string; readonly words: string }[];
};

export type TrialLine = {
  readonly id: string;
  readonly name: string;
  readonly by: string;
  readonly isOwn: boolean;
  readonly isShared: boolean;
  /** Whether it is tried on a part of the suppliers alone. */
  readonly isPart: boolean;
  readonly href: string;
};

export type WhatIfPage = {
  readonly rules: { readonly value: string; readonly choices: readonly Choice[] };
  readonly edition: { readonly value: string; readonly choices: readonly Choice[] };
  readonly chooses: PartForm;
  /** The part that is looked at; absent for all suppliers. */
  readonly part?: PartView;
  /** The same rules on all suppliers. */
  readonly allAt: string;
  readonly groups: readonly DialGroupView[];
  readonly differences: readonly { readonly name: string; readonly official: string; readonly tried: string }[];
  readonly faults: readonly { readonly field: string; readonly text: string }[];
  /** The saved trial that is looked at. */
  readonly trial?: TrialLine;
  readonly trials: readonly TrialLine[];
  /** What the form that saves it sends along. */
  readonly kept: readonly { readonly name: string; readonly value: string }[];
  /** Where it can be saved as a draft rule set; absent where no figure differs. */
  readonly draftAt?: string;
  /** How far it is; absent where nothing is tried. */
  readonly work?: {
    readonly stage: "waiting" | "at-work" | "done";
    readonly done: number;
    readonly passed: number;
    readonly all: number;
    readonly seconds: number;
  };
  readonly result?: TrialResult;
  /** Figures of the rules that can be tried. */
  readonly figures: number;
  readonly csv?: string;
};
