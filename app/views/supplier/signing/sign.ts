import type { PageText } from "#app/i18n/page-text";
import type { ErrorLine } from "#app/views/error-line";
import type { FieldView } from "#app/views/supplier/controls";
import type { FrameView } from "#app/views/supplier/frame";
import type { ApprovalNote } from "./approval";

export type SignView = {
  readonly kind: "sign";
  readonly frame: FrameView;
  /** Whether the receipt goes out by mail as well. */
  readonly isMailed: boolean;
  /** That the translation is unreviewed and the English text decides; stands above the statement. */
  readonly unreviewed?: string;
  readonly opening: string;
  readonly clauses: readonly PageText[];
  readonly covers: string;
  readonly fields: readonly FieldView[];
  readonly errors: readonly ErrorLine[];
  readonly notSaved: boolean;
  readonly changed: boolean;
  readonly revision: number;
  /** That a code is sent first, and where. */
  readonly codeFirst?: string;
  readonly approver: ApproverFieldsView;
  /** What became of an approval that was asked for before. */
  readonly note?: ApprovalNote;
  /** What must be settled first. */
  readonly gap?: { readonly text: string; readonly href: string };
};

/** Where a second person is named. */
export type ApproverFieldsView = {
  readonly isOpen: boolean;
  readonly hint: string;
  readonly fields: readonly {
    readonly id: string;
    readonly isMail: boolean;
    readonly value: string;
    readonly error?: string;
  }[];
};

/** What was signed, by whom and when, in words. */
export type SignedFacts = {
  readonly reference: string;
  readonly sent: string;
  readonly sentUtc: string;
  readonly signer: string;
  readonly questions: string;
  readonly answers: string;
  /** Which of them somebody of the buyer gave for the supplier. */
  readonly given?: string;
  /** Which of them colleagues gave, whom the supplier asked. */
  readonly byColleagues?: string;
  /** How it was confirmed; absent of what was signed before there were codes. */
  readonly confirmed?: string;
  /** Who approved it, where somebody had to. */
  readonly approved?: string;
  /** The receipt number of what it corrects. */
  readonly corrects?: string;
  /** SHA-256 in hex. */
  readonly hash: string;
};

export type ReceiptView = SignedFacts & {
  readonly frame: FrameView;
  readonly title: string;
  /** Where a copy goes, if mails go out. */
  readonly mail?: string;
  readonly fileName: string;
  readonly base: string;
  /** Where it says what the answers came to, for whoever may see it. */
  readonly result?: string;
  /** Where it is told what the buyer asks after the signature, where it asks anything. */
  readonly actions?: string;
  readonly buyer: string;
};
