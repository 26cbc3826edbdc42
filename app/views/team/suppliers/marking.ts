import type { NamedChoice } from "./filters/filters";

/** What is about to be done with many suppliers at once. */
export type MarkingPage = {
  readonly title: string;
  readonly suppliers: number;
  /** How many of them are archived. */
  readonly archived: number;
  /** How many can be changed at once, and whether more were asked for. */
  readonly most: number;
  readonly isTooMany: boolean;
  /** The first of them. */
  readonly named: readonly { readonly id: string; readonly name: string; readonly ref: string }[];
  readonly people: readonly NamedChoice[];
  readonly tags: readonly NamedChoice[];
  /** Where a campaign that asks them is begun; absent for whoever may not, and for more than one campaign asks. */
  readonly askAt?: string;
  readonly back: string;
};
