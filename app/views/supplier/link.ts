import type { PageText } from "#app/i18n/page-text";
import type { DueView, FrameView } from "./frame";

export type LandingView = {
  readonly frame: FrameView;
  readonly state: "new" | "started" | "submitted";
  readonly buyer: string;
  readonly supplier: string;
  readonly due: DueView;
  /** How long answering takes, about. */
  readonly minutes: number;
  /** `28 to 60, depending on your answers, in 14 short sections`. */
  readonly questions: string;
  /** Why the buyer asks, in the buyer's own words. */
  readonly reason?: PageText;
  readonly sentTo: string;
  readonly sentOn: string;
  /** When it was submitted. */
  readonly submittedOn?: string;
  /** Address of this page, without a slash at its end. */
  readonly href: string;
};

export type DeclineView = {
  readonly frame: FrameView;
  readonly reason: "not-supplier" | "wrong-contact";
  readonly buyer: string;
  /** It is done: the link opens nothing any more. */
  readonly done: boolean;
  /** Address of the link's own page. */
  readonly href: string;
};

export type UnsubscribeView = {
  readonly frame: FrameView;
  readonly buyer: string;
  /** Until when the link works, once no more mail is sent. */
  readonly doneUntil?: string;
  /** Address of the link's own page. */
  readonly href: string;
};
