import type { PageText } from "#app/i18n/page-text";
import type { DueView, FrameView } from "./frame";
import type { LandingAgainView } from "./question/again";

export type LandingView = {
  readonly frame: FrameView;
  readonly state: "new" | "started" | "submitted";
  readonly buyer: string;
  readonly supplier: string;
  readonly due: DueView;
  /** How long answering takes, about. */
  readonly time: string;
  /** `28 to 60, depending on your answers, in 14 short sections`. */
  readonly questions: string;
  /** Why the buyer asks, in the buyer's own words. */
  readonly reason?: PageText;
  readonly sentTo: string;
  readonly sentOn: string;
  /** When it was submitted. */
  readonly submittedOn?: string;
  /** That the buyer asks something after the signature. */
  readonly asked?: string;
  /** What is asked again of what was signed, or that something is. */
  readonly again?: LandingAgainView;
  /** Language that the reader chose on this page or before; BCP 47. */
  readonly chosen?: string;
  /** Where its buttons lead: the page's own address, without a slash at its end, and those below it. */
  readonly hrefs: {
    readonly start: string;
    readonly wrongContact: string;
    readonly notSupplier: string;
    readonly unsubscribe: string;
  };
};

export type DeclineView = {
  readonly frame: FrameView;
  readonly reason: "not-supplier" | "wrong-contact";
  readonly buyer: string;
  /** It is done: the link opens nothing any more. */
  readonly done: boolean;
  /** Who should be asked instead, as typed so far. */
  readonly hint: string;
  /** Where the form goes, and the link's own page. */
  readonly action: string;
  readonly back: string;
};

export type UnsubscribeView = {
  readonly frame: FrameView;
  readonly buyer: string;
  /** Whether no more mail is sent. */
  readonly done: boolean;
  /** The day until which the link works; absent where it has ended. */
  readonly until?: string;
  /** Address of the link's own page; absent where the reader came by an address that does not open it. */
  readonly href?: string;
  readonly action: string;
};
