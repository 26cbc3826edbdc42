import type { TableBand } from "#terms/bands";
import type { DprkState } from "#terms/dprk-states";
import type { Tier } from "#terms/tiers";

/** Ranges of confidence, in points of 0 to 100. */
export const confidenceRanges = ["under-50", "50-74", "75-up"] as const;
export type ConfidenceRange = (typeof confidenceRanges)[number];

/** A filter that is set, and the address without it. `words` where the value has words of its own, such as a typed name. */
export type SetFilter = { readonly href: string } & (
  | { readonly filter: "search" | "country" | "campaign"; readonly words: string }
  | { readonly filter: "band"; readonly code: TableBand }
  | { readonly filter: "dprk"; readonly code: DprkState }
  | { readonly filter: "tier"; readonly code: Tier }
  | { readonly filter: "confidence"; readonly code: ConfidenceRange }
);

export type NamedChoice = { readonly id: string; readonly name: string };

/** What the filter form shows: the values that are set, and what can be chosen. */
export type FilterView = {
  readonly search?: string;
  readonly dprk?: DprkState;
  readonly tier?: Tier;
  readonly confidence?: ConfidenceRange;
  readonly country?: string;
  readonly campaign?: string;
  /** Codes and names by turns, each on a line: two hundred choices one by one take longer to hand over than the table. */
  readonly countries: string;
  readonly campaigns: readonly NamedChoice[];
  /** What the form must carry along: bands and sorting, which are set by links. */
  readonly kept: readonly { readonly name: string; readonly value: string }[];
  /** How many of the select fields are set. */
  readonly set: number;
};
