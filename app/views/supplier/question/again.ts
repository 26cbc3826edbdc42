import type { PageLine, PageText } from "#app/i18n/page-text";

/** A question that is asked again. */
export type AgainQuestionView = {
  readonly code: string;
  readonly name: PageText;
  /** In the words of the reviewer: a quotation, to be shown as text. */
  readonly comment: string;
  /** Who asks, and when. */
  readonly by: string;
  /** When the answer before was signed, in words, and that answer. */
  readonly signed?: string;
  readonly before?: readonly PageLine[];
  /** The new answer; absent until it is given. */
  readonly after?: readonly PageLine[];
  /** Its page; absent where somebody else answers it. */
  readonly href?: string;
};

/** What is asked again of what was signed. */
export type AgainView = {
  readonly title: string;
  readonly questions: readonly AgainQuestionView[];
  /** Questions that a new answer brought, and that are open. */
  readonly also: readonly { readonly code: string; readonly name: PageText; readonly href: string }[];
  readonly kept?: string;
};

/** The same before the link is opened, without why. */
export type LandingAgainView = {
  readonly title?: string;
  readonly by?: string;
  /** That there is a newer link, on the page of what was signed. */
  readonly newer?: string;
  readonly questions: readonly { readonly code: string; readonly name: PageText }[];
};
