import type { ErrorLine } from "#app/views/error-line";
import type { FrameView } from "#app/views/supplier/frame";
import type { ActionProgress } from "#terms/actions/action-states";

/** Everything that a buyer asks of a supplier after it signed. */
export type AskedActionsView = {
  readonly frame: FrameView;
  readonly title: string;
  readonly lines: readonly {
    readonly id: string;
    readonly href: string;
    /** As the buyer wrote it. */
    readonly gap: string;
    readonly due: string;
    readonly isLate: boolean;
    readonly state: string;
  }[];
  /** Whether one of them is about North Korean labour: what not to do stands above them. */
  readonly harm: boolean;
};

/** One of them, with what the supplier says and its proof. */
export type AskedActionView = {
  readonly frame: FrameView;
  readonly buyer: string;
  readonly gap: string;
  readonly cause: string;
  readonly step: string;
  /** The question in short, with its code; absent where it belongs to none. */
  readonly question?: string;
  readonly due: string;
  readonly isLate: boolean;
  readonly state: string;
  readonly isOpen: boolean;
  readonly harm: boolean;
  readonly fields: {
    readonly ownStep: string;
    readonly responsible: string;
    readonly ownDue: string;
    readonly progress: ActionProgress;
    readonly comment: string;
  };
  readonly progress: readonly { readonly id: ActionProgress; readonly label: string }[];
  readonly errors: readonly ErrorLine[];
  readonly notSaved: boolean;
  readonly files: readonly {
    readonly id: string;
    readonly name: string;
    readonly state: string;
    readonly keptApart?: string;
  }[];
  readonly fileErrors: readonly ErrorLine[];
  readonly fileNotes: readonly string[];
  readonly accept: string;
  readonly limits: { readonly file: string; readonly files: number; readonly all: string };
  /** Where its two forms are sent. */
  readonly action: string;
  readonly proofAction: string;
  readonly said: readonly { readonly by: string; readonly text: string }[];
};
