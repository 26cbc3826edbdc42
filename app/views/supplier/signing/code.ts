import type { FrameView } from "#app/views/supplier/frame";

/** The page that asks for the code which confirms a signature. */
export type CodeView = {
  readonly kind: "code";
  readonly frame: FrameView;
  /** Where and when it was sent; absent where none was. */
  readonly sent?: string;
  /** Whether there is a code that can still be typed. */
  readonly isLive: boolean;
  /** Whether the mail did not get through, so that signing goes on without. */
  readonly isUnsent: boolean;
  readonly error?: string;
  /** What was typed on the page before, as it was typed. */
  readonly typed: readonly { readonly name: string; readonly value: string }[];
  readonly buyer: string;
  /** What its button says. */
  readonly button: string;
};
