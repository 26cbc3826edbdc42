import type { FrameView } from "#app/components/supplier/frame-view";
import type { Words } from "#app/i18n/words";

export type ConflictView = {
  readonly conflict: true;
  readonly frame: FrameView;
  readonly code: string;
  readonly section: Words;
  readonly title: Words;
  /** What is kept now, and what was typed, in words. */
  readonly kept: readonly string[];
  readonly typed: readonly string[];
  /** All fields of the form, to be sent again on top of the newest revision. */
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  readonly basedOn: number;
  /** Page that shows what is kept. */
  readonly here: string;
};
