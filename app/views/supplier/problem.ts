import type { FrameView } from "./frame";

export type ProblemView = {
  /** Code of the problem, for whoever reads the page by machine. */
  readonly problem: string;
  readonly frame: FrameView;
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** What was sent with the request, to be kept by the reader and sent again. */
  readonly typed: readonly { readonly name: string; readonly value: string }[];
  readonly address: string;
};
