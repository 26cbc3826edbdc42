import type { Moment } from "#app/i18n/dates/moments";
import type { PageText } from "#app/i18n/page-text";
import type { AnswerPartView } from "#app/views/team/supplier/answers";
import type { Band } from "#terms/bands";
import type { DprkState } from "#terms/dprk-states";
import type { LegalStatus } from "#terms/laws/legal-statuses";
import type { CountryTier } from "./supplier-line";

/** How far an answer is proven by the documents with it. */
export const evidenceMarks = ["said", "attached", "accepted", "verified", "rejected", "expired"] as const;
export type EvidenceMark = (typeof evidenceMarks)[number];

/** What a bar of points does: risk of place and trade, what is taken away, what is added, or what is over the end of the scale. */
export type PointsBarKind = "base" | "down" | "up" | "past";

export type PointsCell = {
  /** Absent where the rating has no such line. */
  readonly points?: number;
  readonly worst: boolean;
};

export type AnswerCell =
  /** It was not asked, was left open, cannot be shown because something else is kept than was signed, or may not be. */
  | { readonly missing: "notAsked" | "blank" | "changed" | "restricted" }
  | {
      readonly missing?: undefined;
      readonly unsure?: PageText;
      readonly parts: readonly AnswerPartView[];
      /** Where the whole answer stands, with tables, comments and documents. */
      readonly href: string;
      /** Absent where nothing is asked to prove it. */
      readonly mark?: EvidenceMark;
      readonly floor: boolean;
    };

type Cells<C> = readonly (C | undefined)[];

/** One line of the comparison; a cell is undefined where the supplier has no rating. */
export type ComparedRow = {
  readonly key: string;
  /** Code of a question or of a part of the arithmetic; empty where there is none that people know. */
  readonly code: string;
  readonly name: PageText;
  /** Whether all that are rated say the same here. */
  readonly alike: boolean;
} & (
  | { readonly kind: "points"; readonly bar: PointsBarKind; readonly cells: Cells<PointsCell> }
  | { readonly kind: "total"; readonly cells: Cells<PointsCell> }
  | { readonly kind: "score"; readonly cells: Cells<ScoreCell> }
  | { readonly kind: "confidence"; readonly cells: Cells<PointsCell> }
  | { readonly kind: "dprk"; readonly cells: Cells<{ readonly state: DprkState; readonly disclosed: boolean }> }
  | { readonly kind: "status"; readonly cells: Cells<LegalStatus> }
  | { readonly kind: "tiers"; readonly cells: Cells<readonly CountryTier[]> }
  | { readonly kind: "answer"; readonly cells: Cells<AnswerCell> }
);

export type ScoreCell = {
  readonly score: number;
  readonly band: Band;
  readonly confidence: number;
  /** Whether a floor holds the band above what the score says; `open`: until questions are answered. */
  readonly held?: "fact" | "open";
  readonly worst: boolean;
};

export const comparedGroups = ["place", "controls", "flags", "statuses", "answers"] as const;
export type ComparedGroup = {
  readonly id: (typeof comparedGroups)[number];
  /** Those that are shown, of so many. */
  readonly rows: readonly ComparedRow[];
  readonly all: number;
};

/** One supplier of the comparison. */
export type ComparedColumn = {
  readonly id: string;
  readonly name: string;
  readonly ref: string;
  readonly place: string;
  /** The comparison without it. */
  readonly without: string;
  readonly rating?: {
    readonly band: Band;
    /** Absent for somebody who does not see answers on North Korean labour, with which all of them move. */
    readonly figures?: Omit<ScoreCell, "worst"> & {
      readonly dprk: { readonly state: DprkState; readonly disclosed: boolean };
    };
    readonly tiers: readonly CountryTier[];
    readonly signed?: Moment;
    readonly rules: string;
    readonly edition: string;
    readonly questionnaire: string;
    /** What is kept is not what was signed. */
    readonly changed: boolean;
  };
  /** What is expected while there is no rating. */
  readonly expected?: { readonly score: number; readonly band: Band };
};

/** Somebody who can be added, and the address of the comparison with them. */
export type AddableSupplier = {
  readonly name: string;
  readonly ref: string;
  readonly place: string;
  readonly href: string;
};

export type ComparisonView = {
  /** Its own address, as it is handed on. */
  readonly address: string;
  readonly columns: readonly ComparedColumn[];
  readonly rated: number;
  /** What all of them were made with; absent where that is not the same. */
  readonly madeBy?: { readonly rules: string; readonly edition: string };
  readonly isSameQuestionnaire: boolean;
  /** The first and the last day of signing, where it is known of somebody. */
  readonly signed?: { readonly from: string; readonly until: string };
  readonly groups: readonly ComparedGroup[];
  readonly shown: number;
  readonly all: number;
  /** Whether rows that are alike are hidden: never where there are not two ratings to differ. */
  readonly onlyDifferences: boolean;
  /** The same with the other rows as well, or without them. */
  readonly otherRows: string;
  /** The end of the scale that all bars share, in points. */
  readonly scale: number;
  /** Absent where the person may not export. */
  readonly csv?: string;
  /** How many were asked for that the organisation does not have, or that are too many. */
  readonly unknown: number;
  readonly tooMany: number;
  /** Absent where there is no room for another one. */
  readonly adding?: {
    readonly kept: readonly { readonly name: string; readonly value: string }[];
    readonly find: string;
    readonly found: readonly AddableSupplier[];
    /** How many more fit what was typed. */
    readonly more: number;
  };
};
