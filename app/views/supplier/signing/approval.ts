import type { PageText } from "#app/i18n/page-text";
import type { FrameView } from "#app/views/supplier/frame";

/** A signature that waits for a second person, as whoever signed sees it. */
export type WaitingView = {
  readonly kind: "waiting";
  readonly frame: FrameView;
  readonly title: string;
  readonly text: string;
  readonly email: string;
  /** What both see, so that one can ask the other whether a mail is real. */
  readonly proof: string;
  /** The link of that person, where no mail takes it to them. */
  readonly link?: string;
  /** That their link opens nothing any more. */
  readonly over?: string;
  /** Counts their links: a button that was pressed twice makes one. */
  readonly generation: number;
  readonly isMailed: boolean;
  readonly notSaved: boolean;
};

/** Why there is something to sign again. `reason`: in the words of whoever returned it, to be shown as text. */
export type ApprovalNote = { readonly text: string; readonly reason?: string };

/** The page on which a second person approves or returns. */
export type ApproveView = {
  readonly kind: "approve";
  readonly frame: FrameView;
  readonly title: string;
  /** Why there is nothing to approve any more; then nothing below is there to be pressed. */
  readonly over?: string;
  readonly unreviewed?: string;
  readonly opening: string;
  readonly clauses: readonly PageText[];
  readonly covers: string;
  readonly approves: string;
  readonly codeFirst?: string;
  readonly button: string;
  readonly error?: string;
  /** As it was typed. */
  readonly reason: string;
  readonly notSaved: boolean;
};
