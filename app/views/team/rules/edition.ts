import type { SiteTier, Tier } from "#terms/tiers";
import type { MoverView } from "./what-if";

export type EditionLine = {
  readonly id: string;
  readonly title: string;
  readonly year: number;
  readonly publisher: string;
  readonly countries: number;
  readonly added: string;
  readonly fingerprint: string;
};

/** A country with another tier, and the points that its tier counts. */
export type TierMove = {
  readonly code: string;
  readonly name: string;
  readonly from: SiteTier;
  readonly to: SiteTier;
  readonly points: { readonly from: number; readonly to: number };
  readonly way: "worse" | "better" | "same";
  /** Rated suppliers there, and those of them that would cross a band; absent where these may not be seen, or not yet. */
  readonly suppliers?: number;
  readonly cross?: number;
  readonly doubt?: string;
};

export type EditionPreview = {
  /** What it is shown beside. */
  readonly beside: string;
  readonly countries: number;
  readonly sheetProblem?: "columns" | "empty" | "rows";
  readonly wrong: readonly { readonly row: number; readonly cell: string; readonly why: string }[];
  readonly moves: readonly TierMove[];
  readonly tiers: readonly (Tier | "none")[];
  /** Countries by tier before, and in it by tier after. */
  readonly cross: readonly (readonly number[])[];
  readonly missing: readonly string[];
  readonly unrankedPoints: number;
  readonly fresh: readonly string[];
  readonly doubts: readonly { readonly name: string; readonly text: string }[];
  readonly sees: boolean;
  /** What suppliers would be: so far, or at the end. */
  readonly trial?: {
    readonly stage: "waiting" | "at-work" | "done";
    readonly done: number;
    readonly all: number;
    readonly worse: number;
    readonly better: number;
    readonly movers: readonly MoverView[];
  };
};
