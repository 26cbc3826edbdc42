import type { RecipientState } from "#terms/recipients";

/** Why a supplier declined, in words, and whom it named instead, as typed. */
export type DeclinedView = { readonly reason: string; readonly named?: string };

/** One supplier that was asked, as the campaign's table shows it. */
export type RecipientView = {
  readonly id: string;
  /** Id of the supplier. */
  readonly supplier: string;
  readonly name: string;
  readonly ref: string;
  readonly email: string;
  readonly language: string;
  readonly languageName: string;
  readonly state: RecipientState;
  readonly progress?: { readonly answered: number; readonly asked: number };
  readonly mail?: {
    readonly state: "queued" | "sent" | "failed";
    readonly at: string;
    readonly error?: string;
  };
  /** Whether they asked for no more mail. */
  readonly optedOut: boolean;
  readonly declined?: DeclinedView;
  readonly until: string;
  readonly link?: string;
  readonly open: boolean;
};
