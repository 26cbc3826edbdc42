/** One message: who wrote it and when, in words, and what was written, as it was typed. */
export type HelpLine = { readonly by: string; readonly text: string; readonly isAnswer: boolean };

/** A question of a supplier's that nobody answered, with the newest message about it. */
export type WaitingHelp = {
  readonly href: string;
  readonly code: string;
  readonly supplier: { readonly id: string; readonly name: string };
  readonly of: string;
  readonly since: string;
  readonly text: string;
};
