/** A filter whose values are listed, each with how many suppliers it would leave under the other filters. */
export type FacetView = {
  readonly name: string;
  readonly parameter: string;
  readonly values: readonly {
    readonly value: string;
    readonly words: string;
    readonly suppliers: number;
    readonly isSet: boolean;
    /** The table with it set, or no more. */
    readonly href: string;
  }[];
};
