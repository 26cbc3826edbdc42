import { bands, bandsWorstFirst, tableBands } from "#terms/bands";
import { dprkStates, dprkStatesWorstFirst } from "#terms/dprk-states";
import { tiersWorstFirst } from "#terms/tiers";
import { confidenceRanges, type PointRange } from "./confidence-ranges";
import type { SupplierSort } from "./supplier-sorts";

/** How a value in an address is read. Whatever does not fit is nothing said. */
type FilterValues =
  /** What people type, at most `longest` characters of it. */
  | { readonly kind: "text"; readonly longest: number }
  /** One of these, in the order in which they are offered. */
  | { readonly kind: "list"; readonly of: readonly string[] }
  /** One of these ranges, in the order in which they are offered. */
  | { readonly kind: "ranges"; readonly of: Readonly<Record<string, PointRange>> }
  /** A code of a list that is too long to stand here. */
  | { readonly kind: "pattern"; readonly pattern: RegExp }
  /** The id of a record of the organisation. */
  | { readonly kind: "record" };

/** Which suppliers a value leaves. `column` is one of the table `suppliers`. */
type Comparison =
  /** The column or the other one, both folded texts, holds the typed text, folded. */
  | { readonly how: "contains"; readonly column: string; readonly orIn: string }
  /** The column is the value's place in `ranks`; where it is null, the value is `absent`. */
  | { readonly how: "rank"; readonly column: string; readonly ranks: readonly string[]; readonly absent?: string }
  /** The column is the value, or the other column, a set between bars, `|CN|MM|`, has it. */
  | { readonly how: "equals"; readonly column: string; readonly orWithin: string }
  /** The column is the value. */
  | { readonly how: "is"; readonly column: string }
  /** The column is a set between bars, `|2W|3|`, that has the value. */
  | { readonly how: "within"; readonly column: string }
  /** The column, in points, lies in the range that the value names. */
  | { readonly how: "range"; readonly column: string }
  /** The supplier is asked in the campaign that the value names. */
  | { readonly how: "member" }
  /** The column, yes or no, is yes; without a value it is no. Never both: every index holds the two sides apart. */
  | { readonly how: "flag"; readonly column: string };

/** All there is to know of a filter of the suppliers table; its words stand in the texts of the team. */
type FilterEntry = {
  /** Its name in the address of the table. */
  readonly parameter: string;
  /** Whether several values can be set, any of which a supplier may have. They are set by links, single ones in a form. */
  readonly several: boolean;
  readonly values: FilterValues;
  readonly compares: Comparison;
  /** Whether what it leaves tells what answers on North Korean labour came to. */
  readonly tellsNorthKorea: boolean;
  /**
   * Along which index the finds of the filter are counted. Of several filters the one with the lowest `rank` is followed: it
   * has the fewest entries to read. Left out where no index has the finds beside each other.
   */
  readonly counted?: { readonly along: SupplierSort | "campaign"; readonly rank: number };
  /**
   * The place of the column among those that the index of every sort carries, so that filtering reads no row. A new filter
   * takes the next free place; changing one makes the indexes anew. Left out where only one index holds the column.
   */
  readonly carried?: number;
  /** The same for the column of `orWithin`. */
  readonly carriedSet?: number;
};

/** The filters of the suppliers table, in the order in which addresses and pages have them. */
export const supplierFilters = {
  search: {
    parameter: "q",
    several: false,
    tellsNorthKorea: false,
    values: { kind: "text", longest: 200 },
    compares: { how: "contains", column: "search", orIn: "contactSearch" },
    counted: { along: "name", rank: 4 },
  },
  bands: {
    parameter: "band",
    several: true,
    tellsNorthKorea: false,
    values: { kind: "list", of: tableBands },
    compares: { how: "rank", column: "band", ranks: bands, absent: "none" },
    carried: 1,
  },
  expected: {
    parameter: "expected",
    several: false,
    tellsNorthKorea: false,
    values: { kind: "list", of: bandsWorstFirst },
    // Only of suppliers without a rating: for the others the column is null.
    compares: { how: "rank", column: "expectedBand", ranks: bands },
    carried: 7,
  },
  dprk: {
    parameter: "dprk",
    several: false,
    tellsNorthKorea: true,
    values: { kind: "list", of: dprkStatesWorstFirst },
    compares: { how: "rank", column: "dprk", ranks: dprkStates },
    counted: { along: "dprk", rank: 2 },
    carried: 2,
  },
  tier: {
    parameter: "tier",
    several: false,
    tellsNorthKorea: false,
    values: { kind: "list", of: tiersWorstFirst },
    compares: { how: "within", column: "tierSet" },
    carried: 5,
  },
  confidence: {
    parameter: "confidence",
    several: false,
    tellsNorthKorea: true,
    values: { kind: "ranges", of: confidenceRanges },
    compares: { how: "range", column: "confidence" },
    counted: { along: "confidence", rank: 5 },
    carried: 4,
  },
  country: {
    parameter: "country",
    several: false,
    tellsNorthKorea: false,
    // ISO 3166-1 alpha-2.
    values: { kind: "pattern", pattern: /^[A-Z]{2}$/ },
    compares: { how: "equals", column: "country", orWithin: "siteCountries" },
    counted: { along: "country", rank: 1 },
    carried: 3,
    carriedSet: 6,
  },
  owner: {
    parameter: "owner",
    several: false,
    tellsNorthKorea: false,
    values: { kind: "record" },
    compares: { how: "is", column: "owner" },
    carried: 8,
  },
  tag: {
    parameter: "tag",
    several: false,
    tellsNorthKorea: false,
    values: { kind: "record" },
    compares: { how: "within", column: "tagSet" },
    carried: 9,
  },
  campaign: {
    parameter: "campaign",
    several: false,
    tellsNorthKorea: false,
    values: { kind: "record" },
    compares: { how: "member" },
    counted: { along: "campaign", rank: 3 },
  },
  archived: {
    parameter: "archived",
    several: false,
    tellsNorthKorea: false,
    values: { kind: "list", of: ["only"] },
    compares: { how: "flag", column: "isArchived" },
  },
} as const satisfies Readonly<Record<string, FilterEntry>>;

type Filters = typeof supplierFilters;
export type SupplierFilterName = keyof Filters;

export const supplierFilterNames = Object.keys(supplierFilters) as readonly SupplierFilterName[];

/** The filters that compare in one of these ways. */
export type FiltersComparing<How extends Comparison["how"]> = {
  [F in SupplierFilterName]: Filters[F]["compares"]["how"] extends How ? F : never;
}[SupplierFilterName];

/** The filters of which several values, or only one, can be set. */
export type FiltersWith<Several extends boolean> = {
  [F in SupplierFilterName]: Filters[F]["several"] extends Several ? F : never;
}[SupplierFilterName];

/** The filters whose values are not listed here, but are those of a page or an organisation. */
export type FiltersOfOpenValues = {
  [F in SupplierFilterName]: Filters[F]["values"]["kind"] extends "pattern" | "record" ? F : never;
}[SupplierFilterName];

/** What a filter can be set to. */
export type SupplierFilterValue<F extends SupplierFilterName> = Filters[F]["values"] extends {
  readonly of: readonly (infer Value extends string)[];
}
  ? Value
  : Filters[F]["values"] extends { readonly kind: "ranges"; readonly of: infer Ranges }
    ? keyof Ranges & string
    : string;

/** The filters that are set: of a view of the table, as its address says it. */
export type ActiveSupplierFilters = {
  readonly [F in FiltersWith<false>]?: SupplierFilterValue<F>;
} & {
  readonly [F in FiltersWith<true>]: readonly SupplierFilterValue<F>[];
};

export function comparesBy<How extends Comparison["how"]>(
  name: SupplierFilterName,
  how: How,
): name is FiltersComparing<How> {
  return supplierFilters[name].compares.how === how;
}

export function isSingleValued(name: SupplierFilterName): name is FiltersWith<false> {
  return !supplierFilters[name].several;
}

export function hasOpenValues(name: SupplierFilterName): name is FiltersOfOpenValues {
  const { kind } = supplierFilters[name].values;
  return kind === "pattern" || kind === "record";
}

/** What a filter offers, in order; empty where its values are open. */
export function offeredValues<F extends SupplierFilterName>(name: F): readonly SupplierFilterValue<F>[] {
  const { values } = supplierFilters[name];
  const offered: readonly unknown[] =
    values.kind === "list" ? values.of : values.kind === "ranges" ? Object.keys(values.of) : [];
  // The type of a value is read off the same entry, which a condition on its kind cannot tell.
  return offered as readonly SupplierFilterValue<F>[];
}

/** What a filter is set to in a view of the table. */
export function activeValues<F extends SupplierFilterName>(
  view: Partial<ActiveSupplierFilters>,
  name: F,
): readonly SupplierFilterValue<F>[] {
  return [view[name] ?? []].flat() as readonly SupplierFilterValue<F>[];
}
