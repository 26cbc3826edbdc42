import type { Moment } from "#app/i18n/dates/moments";
import type { Band } from "#terms/bands";
import type { DprkState } from "#terms/dprk-states";
import type { LegalStatus } from "#terms/laws/legal-statuses";
import type { ConditionsView } from "./explained";

/** Where bands begin, in points of 0 to 100. */
export type BandBounds = { readonly medium: number; readonly high: number; readonly critical: number };

/** What a step does: risk of place and trade, a control, a red flag, or the limit of both. */
export type StepKind = "inherent" | "control" | "adverse" | "cap";

export type StepView = {
  readonly key: string;
  readonly kind: StepKind;
  readonly code: string;
  readonly text: string;
  readonly from: string;
  readonly questions: readonly string[];
  /** Points added, or taken away. */
  readonly points: number;
  /** Points reached before and after it. */
  readonly start: number;
  readonly end: number;
  readonly source: string;
};

/** Points reached after each kind of step. */
export type StepSums = {
  readonly inherent: number;
  readonly controls: number;
  readonly residual: number;
  readonly adverse: number;
  /** Points over the end of the scale, which are left out; 0 where none are. */
  readonly over: number;
};

export type FloorView = {
  readonly band: Band;
  /** Whether the band would be better without it. */
  readonly lifts: boolean;
  /** What the rating would be without what sets the floor. */
  readonly remaining?: { readonly score: number; readonly band: Band };
  readonly reasons: readonly {
    readonly question: string;
    readonly text: string;
    readonly band: Band;
    readonly disclosed: boolean;
    /** No fact, but a question that leaves it open. */
    readonly unverified: boolean;
  }[];
  /** Whether nothing but open questions holds the band. */
  readonly unverified: boolean;
};

export type ReasonView = { readonly code: string; readonly text: string; readonly points: number };

/** What raised a rating and what lowered it. */
export type WhyView = {
  readonly floors: readonly { readonly code: string; readonly text: string; readonly unverified: boolean }[];
  readonly raised: readonly ReasonView[];
  readonly raisedMore: number;
  readonly lowered: readonly ReasonView[];
  readonly loweredMore: number;
};

export type VersionKind = "questionnaire" | "ruleSet" | "edition";
export type VersionView = { readonly what: VersionKind; readonly name: string; readonly hash: string };

export type ConfidencePart = "completeness" | "evidence" | "consistency" | "freshness" | "signature";

/** One rating in words and figures. Scores and confidence in points of 0 to 100. */
export type RatingView = {
  readonly at: Moment;
  readonly score: number;
  readonly band: Band;
  readonly scoreBand: Band;
  readonly bounds: BandBounds;
  readonly confidence: number;
  readonly confidenceParts: readonly {
    readonly part: ConfidencePart;
    readonly points: number;
    readonly most?: number;
  }[];
  /** What costs confidence besides, in words, with the paper that ends it where there is one. */
  readonly confidenceFindings: readonly {
    readonly text: string;
    readonly points: number;
    readonly of: "total" | "consistency";
    readonly paper?: string;
  }[];
  /** Codes of the questions that are not answered on legal advice. */
  readonly withheld: readonly string[];
  readonly dprk: DprkState;
  readonly disclosed: boolean;
  readonly statuses: readonly { readonly name: string; readonly status: LegalStatus }[];
  readonly partialScope: boolean;
  readonly floor?: FloorView;
  readonly why: WhyView;
  /** What holds the band; null in the lowest. */
  readonly conditions: ConditionsView | null;
  readonly steps: readonly StepView[];
  readonly sums: StepSums;
  readonly versions: readonly VersionView[];
};

/** What is different from the rating before; the lines add up to the change. Figures in points. */
export type ComparisonView = {
  readonly score: { readonly change: number; readonly before: number; readonly after: number };
  readonly lines: readonly {
    readonly key: string;
    readonly code: string;
    readonly text: string;
    readonly before: number;
    readonly after: number;
    readonly change: number;
  }[];
  readonly versions: readonly { readonly of: VersionKind; readonly before: string; readonly after: string }[];
};
