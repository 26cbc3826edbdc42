/** A filter that is set, in words, and the address without it. */
export type ActiveFilter = { readonly name: string; readonly words: string; readonly href: string };

export type NamedChoice = { readonly id: string; readonly name: string };

/**
 * What can be chosen. As a text where it is the same for every view of a language: codes and names by turns, each on a line,
 * since two hundred choices one by one take longer to hand over than the table.
 */
export type FilterChoices = string | readonly NamedChoice[];

/** A field of the filter form. `unset` says what it stands for while it is empty. */
export type FilterControl = { readonly parameter: string; readonly unset: string; readonly value?: string } & (
  | { readonly kind: "search"; readonly longest: number }
  | { readonly kind: "select"; readonly name: string; readonly choices: FilterChoices }
);

/** What the filter form shows. */
export type FilterView = {
  readonly controls: readonly FilterControl[];
  /** What the form must carry along: what is set by links, and the sorting. */
  readonly kept: readonly { readonly name: string; readonly value: string }[];
  /** How many of the select fields are set. */
  readonly set: number;
};
