import type { FieldView } from "#app/components/controls/control-view";
import type { ErrorLine, FrameView } from "#app/components/supplier/frame-view";
import type { Words } from "#app/i18n/words";

export type SignView = {
  readonly frame: FrameView;
  readonly opening: string;
  readonly clauses: readonly Words[];
  readonly covers: string;
  readonly fields: readonly FieldView[];
  readonly errors: readonly ErrorLine[];
  readonly notSaved: boolean;
  readonly changed: boolean;
  readonly revision: number;
  /** What must be settled first. */
  readonly gap?: { readonly text: string; readonly href: string };
};

export type ReceiptView = {
  readonly frame: FrameView;
  readonly title: string;
  readonly reference: string;
  readonly sent: string;
  readonly sentUtc: string;
  readonly signer: string;
  readonly questions: string;
  readonly answers: string;
  /** SHA-256 in hex. */
  readonly hash: string;
  readonly mail: string;
  readonly fileName: string;
  readonly base: string;
  readonly buyer: string;
};
