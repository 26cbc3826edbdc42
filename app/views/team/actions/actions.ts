import type { ActionState } from "#terms/actions/action-states";
import type { ActionView } from "#terms/actions/action-views";

/** What an action does to the score, as its product, and what stands below it. */
export type EffectView = { readonly figure: string; readonly note: string };

/** One action in a list. */
export type ActionLine = {
  readonly id: string;
  readonly href: string;
  /** Code of the question; empty where there is none. */
  readonly code: string;
  readonly gap: string;
  readonly step: string;
  readonly northKorea: boolean;
  readonly supplier: { readonly name: string; readonly ref: string; readonly href: string };
  readonly owner: string;
  /** Who does it at the supplier, as it says. */
  readonly responsible: string;
  readonly due: string;
  readonly dueNote: string;
  readonly isOverdue: boolean;
  readonly state: ActionState;
  readonly proof: string;
  /** Absent for whoever sees no points. */
  readonly effect?: EffectView;
};

/** Actions that are due alike. */
export type ActionGroup = {
  readonly id: "overdue" | "soon" | "later" | "closed";
  readonly lines: readonly ActionLine[];
};

export type ActionsView = {
  readonly title: string;
  readonly groups: readonly ActionGroup[];
  readonly views: readonly {
    readonly id: ActionView;
    readonly href: string;
    readonly count: number;
    readonly isShown: boolean;
  }[];
  readonly states: readonly {
    readonly id: ActionState;
    readonly href: string;
    readonly count: number;
    readonly isShown: boolean;
  }[];
  readonly shape: "table" | "board";
  readonly otherShape: string;
  readonly csv?: string;
  readonly found: number;
  readonly shown: number;
  readonly all: number;
  readonly open: number;
  readonly overdue: number;
  readonly at: string;
  /** The supplier that the list is of, where it is of one. */
  readonly supplier?: { readonly name: string; readonly href: string; readonly all: string };
  readonly previous?: string;
  readonly next?: string;
  readonly showsPoints: boolean;
  readonly mayWrite: boolean;
};
