import type { ActionProgress, ActionSource, ActionState, BuyerStep } from "#terms/actions/action-states";
import type { EffectView } from "./actions";

/** A step that the buyer may take now. */
export type StepView = { readonly step: BuyerStep; readonly isReasoned: boolean; readonly note?: string };

/** What is wrong with a field, in words. */
export type FieldError = { readonly field: string; readonly text: string };

/** A step whose note could not be taken, as it was typed. */
export type StepTyped = { readonly step: string; readonly text: string };

/** What the form of an action holds. */
export type ActionFieldsView = {
  readonly gap: string;
  readonly cause: string;
  readonly step: string;
  readonly owner: string;
  readonly due: string;
};

export type OwnerChoice = { readonly id: string; readonly name: string };

/** One action with all that is known of it. */
export type ActionPageView = {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly gap: string;
  readonly cause: string;
  readonly step: string;
  readonly code: string;
  readonly question: string;
  readonly source: ActionSource;
  readonly northKorea: boolean;
  readonly state: ActionState;
  readonly isOpen: boolean;
  readonly isOverdue: boolean;
  readonly due: string;
  readonly dueNote: string;
  readonly reviewed: string;
  readonly owner: string;
  readonly supplier: { readonly name: string; readonly ref: string; readonly href: string };
  readonly effect?: EffectView;
  readonly says?: {
    readonly ownStep: string;
    readonly responsible: string;
    readonly ownDue: string;
    readonly progress: ActionProgress;
  };
  readonly files: readonly {
    readonly id: string;
    readonly name: string;
    readonly href?: string;
    readonly state: string;
  }[];
  readonly history: readonly {
    readonly key: number;
    readonly at: { readonly iso: string; readonly text: string };
    readonly what: string;
    readonly text: string;
    readonly changes: readonly string[];
    readonly rating?: string;
  }[];
  readonly steps: readonly StepView[];
  readonly fields: ActionFieldsView;
  readonly owners: readonly OwnerChoice[];
  readonly mayWrite: boolean;
};

/** The gaps of a supplier, to open an action about. */
export type NewActionView = {
  readonly title: string;
  readonly supplier: { readonly id: string; readonly name: string; readonly href: string };
  readonly isRated: boolean;
  /** Whether one of the gaps that are listed is about North Korean labour. */
  readonly harm: boolean;
  readonly groups: readonly {
    readonly source: ActionSource;
    readonly gaps: readonly {
      readonly id: string;
      readonly code: string;
      readonly text: string;
      readonly href: string;
      readonly open: number;
      readonly effect?: EffectView;
      readonly plan?: { readonly step: string; readonly responsible: string; readonly due: string };
    }[];
  }[];
  /** The gap that was chosen, with what its form begins with. */
  readonly chosen?: {
    readonly from: string;
    readonly code: string;
    readonly text: string;
    readonly northKorea: boolean;
    readonly fields: ActionFieldsView;
  };
  readonly owners: readonly OwnerChoice[];
};
