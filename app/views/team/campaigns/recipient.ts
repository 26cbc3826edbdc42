import type { RecipientState } from "#terms/recipients";

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
  readonly until: string;
  readonly link?: string;
  readonly open: boolean;
};
