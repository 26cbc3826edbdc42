import type { PageLine, PageText } from "#app/i18n/page-text";
import type { FrameView } from "#app/views/supplier/frame";

export type ConflictView = {
  readonly conflict: true;
  readonly frame: FrameView;
  readonly code: string;
  readonly section: PageText;
  readonly title: PageText;
  /** What is kept now, and what was typed, in words. */
  readonly kept: readonly PageLine[];
  readonly typed: readonly PageLine[];
  /** All fields of the form, to be sent again on top of the newest revision. */
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  readonly basedOn: number;
  /** Page that shows what is kept. */
  readonly here: string;
};
