import type { ReportView } from "./report";

/** A report as a file for people, in one language. */
export type ReportSheet = {
  /** BCP 47. */
  readonly language: string;
  /** When it was made, in milliseconds since 1970. */
  readonly at: number;
  readonly report: ReportView;
  /** With `{page}` and `{pages}` for the figures. */
  readonly page: string;
  /** Said where a character has no font. */
  readonly substitute: string;
};
