import type { Band } from "#terms/bands";

/** One product of the sum: `of` points times `share` is `points`. */
export type ExpectedLine = {
  readonly part: "C" | "S" | "W" | "T";
  /** What it was taken from, or why it was assumed. */
  readonly text: string;
  readonly of: number;
  readonly share: number;
  readonly points: number;
};

/** What is expected of a supplier before it answers: points, 0 to 100, higher is worse. Not a rating. */
export type ExpectedView = {
  readonly score: number;
  readonly band: Band;
  /** Worst first, at least one. */
  readonly places: readonly {
    readonly country: string;
    readonly points: number;
    readonly lines: readonly ExpectedLine[];
  }[];
  /** What the worst of several places counts; their mean counts the rest. */
  readonly worst: number;
  readonly rules: string;
  readonly edition: string;
};
