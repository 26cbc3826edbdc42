import type { PageLine, PageText } from "#app/i18n/page-text";
import type { FrameView } from "#app/views/supplier/frame";

export type CheckLine = {
  readonly code: string;
  readonly name: PageText;
  /** The answer in words, one thing a line; empty while it is blank. */
  readonly lines: readonly PageLine[];
  /** Sums of a table's columns. */
  readonly total?: PageLine;
  readonly comment?: string;
  /** Who gave it: somebody of the buyer for the supplier, or a colleague. */
  readonly given?: string;
  readonly href?: string;
};

export type CheckIssueView = {
  /** Of a section with several gaps. */
  readonly section?: string;
  readonly title: PageText;
  readonly text: PageText;
  /** What stands against what, one thing a line. */
  readonly lines?: readonly PageLine[];
  /** The answers that do not fit, side by side. */
  readonly sides?: readonly { readonly code: string; readonly name: PageText; readonly lines: readonly PageLine[] }[];
  /** That its supplier says that it is right, and why. */
  readonly stoodBy?: string;
  readonly reason?: string;
  /** The act that says so; absent for what cannot be right, and for whoever may not sign. `reason`: what is in its box. */
  readonly stand?: {
    readonly finding: string;
    readonly label: string;
    readonly reason: string;
    readonly error?: string;
  };
  readonly links: readonly { readonly label: string; readonly href: string }[];
};

export type CheckView = {
  readonly frame: FrameView;
  readonly lead: string;
  /** Errors and blanks: they stop the signature. */
  readonly errors: readonly CheckIssueView[];
  /** Other things that do not fit; one may sign as it is. */
  readonly warnings: readonly CheckIssueView[];
  readonly sections: readonly {
    readonly code: string;
    readonly name: PageText;
    readonly answers: readonly CheckLine[];
  }[];
  readonly sign: {
    readonly href: string;
    /** Of whoever approves, in place of "Go on to sign". */
    readonly label?: string;
    /** Why whoever is here may not sign at all. */
    readonly refused?: string;
    readonly gap?: { readonly code: string; readonly href: string };
  };
  readonly answersHref: string;
};
