import type { Moment } from "#app/i18n/dates/moments";
import type { PageLine, PageText } from "#app/i18n/page-text";

/** A question that goes back, or went, with what was signed. */
export type ReturnedLine = {
  readonly code: string;
  readonly name: PageText;
  /** In the words of the reviewer. */
  readonly comment: string;
  /** Who wrote it, and when. */
  readonly by: string;
  /** Whether what is written about it may bring workers into danger. */
  readonly sensitive: boolean;
  readonly before: readonly PageLine[];
  /** Where it is returned, or its comment changed. */
  readonly href: string;
};

/** The same once it was answered again. */
export type AnsweredLine = ReturnedLine & {
  readonly after: readonly PageLine[];
  /** Whether both are the same. */
  readonly isSame: boolean;
  /** Who accepted the new answer and when. */
  readonly accepted?: string;
  /** Whether it goes back once more. */
  readonly again: boolean;
  /** Where it is returned once more. */
  readonly againHref: string;
};

/** The form that returns one question. */
export type ReturnFormView = {
  readonly action: string;
  readonly code: string;
  readonly comment: string;
  readonly sensitive: boolean;
  readonly most: number;
};

/** `isPartial`: there may be others, which whoever reads this does not see. */
type Lines<L> = { readonly lines: readonly L[]; readonly isPartial: boolean };

/** What goes back once it is sent. */
export type ReturnListView = Lines<ReturnedLine> & {
  /** Names the list as it stands. */
  readonly seen: string;
  /** The due date that is proposed, and the zone in which it is meant. */
  readonly date: string;
  readonly zone: string;
  /** Whether the mail is shown with the name of whoever reads this. */
  readonly name: "show" | "hide";
  readonly reviewer: string;
  /** That the answers were asked about as often as they may be, which is `rounds` times. */
  readonly isOften: boolean;
  readonly rounds: number;
  /** That the supplier has no contact. */
  readonly isAlone: boolean;
  /** Why the link has to be handed over by another way. */
  readonly unmailed?: "opted-out" | "no-mail";
  readonly mail?: { readonly to: string; readonly subject: string; readonly text: string; readonly language: string };
};

/** What was sent, and what was answered to it. */
export type SentReturnView = {
  readonly at: Moment;
  readonly name: string;
  readonly showsName: boolean;
  readonly reference: string;
  /** Id of the attestation that answers it. */
  readonly correction: string;
  readonly due: string;
  readonly isLate: boolean;
  readonly started?: Moment;
  readonly answered?: Moment;
  readonly signer?: string;
  readonly document?: string;
  readonly invitation?: string;
  readonly asked?: Lines<ReturnedLine>;
  readonly both?: Lines<AnsweredLine>;
};
