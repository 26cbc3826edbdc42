import type { ChosenColumn } from "#terms/suppliers/supplier-columns";

/** The columns that can be shown: those that are, in their order, and the others. */
export type ColumnChoiceView = {
  readonly shown: readonly ChosenColumn[];
  readonly others: readonly ChosenColumn[];
  /** What the form must carry along: filters and sorting. */
  readonly kept: readonly { readonly name: string; readonly value: string }[];
  /** The same view with the usual columns; absent where it has them. */
  readonly usual?: string;
};
