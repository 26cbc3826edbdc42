import type { BenchmarkView } from "./benchmark";

/** One line of a report. `number` is what its places come to. */
export type ReportFigure = {
  readonly id: string;
  readonly definition: string;
  readonly number: number;
  /** Of how many it is a part, where it is. */
  readonly among?: number;
  /** The same in words, with of how many it is a part. */
  readonly figure: string;
  /** Over what and when it was counted. */
  readonly counted: string;
  readonly places: readonly { readonly href: string; readonly number: number; readonly of?: string }[];
};

/** A part of what a law asks: figures, and what a person has to write. */
export type ReportPart = {
  readonly id: string;
  readonly title: string;
  readonly figures: readonly ReportFigure[];
  readonly own: readonly string[];
};

/** A report in the reader's language. */
export type ReportView = {
  readonly id: string;
  readonly title: string;
  /** What the law asks, and by when. */
  readonly law: string;
  /** Whose it is, when it was made and what holds of all its figures. */
  readonly organisation: string;
  readonly made: string;
  readonly notes: readonly string[];
  readonly parts: readonly ReportPart[];
  readonly words: {
    readonly own: string;
    readonly number: string;
    readonly definition: string;
    readonly counted: string;
  };
};

/** The page of a report. `files`: the query of its files, for whoever may take them away. */
export type ReportPageView = {
  readonly title: string;
  readonly query: { readonly report: string; readonly campaign: string; readonly from: string; readonly until: string };
  readonly choices: readonly { readonly id: string; readonly name: string }[];
  readonly reports: readonly { readonly id: string; readonly title: string }[];
  readonly report: ReportView;
  readonly benchmark: BenchmarkView;
  readonly files?: string;
};
