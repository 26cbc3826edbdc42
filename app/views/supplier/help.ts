import type { PageText } from "#app/i18n/page-text";
import type { FrameView } from "./frame";

/** One message: who wrote it and when, in words, and what was written, as it was typed. */
export type HelpLineView = { readonly by: string; readonly text: string; readonly isAnswer: boolean };

/** What was asked about a question, and what was answered, the oldest first. */
export type HelpThreadView = { readonly title: string; readonly lines: readonly HelpLineView[] };

/** A question about which something was asked, and how it stands. */
export type AskedLineView = { readonly code: string; readonly href: string; readonly state: string };

export type AskView = {
  readonly frame: FrameView;
  readonly code: string;
  readonly section: PageText;
  /** What the question asks. */
  readonly question: PageText;
  readonly lead: string;
  readonly isMailed: boolean;
  /** Who of the buyer reads it, where that is known. */
  readonly to?: { readonly name: string; readonly buyer: string };
  readonly thread?: HelpThreadView;
  readonly isFull: boolean;
  readonly notSaved: boolean;
  readonly error?: string;
  /** As it was typed. */
  readonly text: string;
  /** How many messages the page shows. */
  readonly seen: number;
};
