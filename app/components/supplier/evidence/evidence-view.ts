import type { ErrorLine, FrameView } from "#app/components/supplier/frame-view";
import type { Words } from "#app/i18n/words";

/** One document of a question; `size` and `state` in words. */
export type EvidenceLine = {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  readonly removeHref: string;
  readonly size: string;
  readonly state: string;
};

/** What a question's page shows of its documents. */
export type EvidenceFieldView = {
  /** What would be a good proof. */
  readonly proof?: Words;
  readonly files: readonly EvidenceLine[];
};

export type EvidenceView = {
  readonly frame: FrameView;
  readonly code: string;
  readonly section: Words;
  readonly question: Words;
  readonly proof?: Words;
  readonly files: readonly EvidenceLine[];
  /** For the file chooser: endings and media types. */
  readonly accept: string;
  /** Figures of the limits, in words. */
  readonly limits: { readonly file: string; readonly files: number; readonly all: string };
  readonly errors: readonly ErrorLine[];
  readonly notSaved: boolean;
  readonly back: string;
};

export type RemoveEvidenceView = {
  readonly frame: FrameView;
  readonly code: string;
  readonly section: Words;
  readonly name: string;
  readonly size: string;
  readonly back: string;
  readonly notSaved: boolean;
};
