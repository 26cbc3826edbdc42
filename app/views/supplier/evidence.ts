import type { PageText } from "#app/i18n/page-text";
import type { ErrorLine } from "#app/views/error-line";
import type { FieldView } from "./controls";
import type { FrameView } from "./frame";

/** One document of a question; `size` and `state` in words. */
export type EvidenceLine = {
  readonly id: string;
  readonly name: string;
  /** Absent where it is kept apart, which nobody opens by a link. */
  readonly href?: string;
  /** That it is kept apart, why, and what would be better. */
  readonly keptApart?: string;
  readonly removeHref: string;
  readonly aboutHref: string;
  /** What its supplier said of it, one fact a line. */
  readonly about: readonly string[];
  /** That it is old, and what would be better. */
  readonly old?: string;
  readonly showsPeople: boolean;
  readonly size: string;
  readonly state: string;
  /** Whether a scanner looked at it. */
  readonly scan: string;
};

/** A file of which a part has arrived: how much, in words, and how it goes on. It is told by hash and bytes. */
export type WaitingLine = {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly received: number;
  readonly state: string;
  readonly text: string;
  /** The same where no script runs, without which a file is sent whole. */
  readonly anew: string;
};

/** A file that was not taken: what to do about it, in sentences, and where to go. */
export type RefusedLine = {
  readonly name: string;
  readonly state: string;
  readonly why: string;
  readonly ways: readonly string[];
  readonly links: readonly { readonly href: string; readonly label: string }[];
  /** Where it is said no more. */
  readonly dismiss: { readonly href: string; readonly label: string };
};

/** What a question's page shows of its documents. */
export type EvidenceFieldView = {
  /** What would be a good proof. */
  readonly proof?: PageText;
  readonly files: readonly EvidenceLine[];
  readonly waiting: readonly WaitingLine[];
};

export type EvidenceView = {
  readonly frame: FrameView;
  readonly code: string;
  readonly section: PageText;
  readonly question: PageText;
  readonly proof?: PageText;
  readonly files: readonly EvidenceLine[];
  readonly waiting: readonly WaitingLine[];
  /** Where they are dropped. */
  readonly drop: string;
  /** For the file chooser: endings and media types. */
  readonly accept: string;
  /** Figures of the limits, in words. */
  readonly limits: { readonly file: string; readonly files: number; readonly all: string };
  /** The same for the script that sends files in pieces: files at once, and bytes of one. */
  readonly most: { readonly files: number; readonly bytes: number };
  readonly errors: readonly ErrorLine[];
  readonly refused: readonly RefusedLine[];
  /** Which of the files just sent arrived, and which were there already. */
  readonly notes: readonly string[];
  /** What to do about those that did not arrive. */
  readonly advice?: string;
  readonly back: string;
  /** The page of all files. */
  readonly all: string;
};

/** The files of all questions. `count`: different ones. */
export type AllEvidenceView = {
  readonly frame: FrameView;
  readonly count: number;
  /** Each question that has files or takes some. `open`: where they are sent and dropped, as long as it can be answered. */
  readonly questions: readonly {
    readonly code: string;
    readonly name: PageText;
    readonly files: readonly EvidenceLine[];
    readonly waiting: readonly WaitingLine[];
    readonly open?: { readonly href: string; readonly drop: string };
  }[];
};

/** What a supplier may say of a document. */
export type AboutEvidenceView = {
  readonly frame: FrameView;
  readonly code: string;
  readonly section: PageText;
  readonly name: string;
  readonly fields: readonly FieldView[];
  readonly errors: readonly ErrorLine[];
  readonly notSaved: boolean;
  readonly back: string;
};

export type RemoveEvidenceView = {
  readonly frame: FrameView;
  readonly code: string;
  readonly section: PageText;
  readonly name: string;
  readonly size: string;
  readonly back: string;
  readonly notSaved: boolean;
};
