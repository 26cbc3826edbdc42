import type { ExpectedRisk } from "#scoring/inherent/expected-risk";
import type { Band, TableBand } from "#terms/bands";
import type { DprkState } from "#terms/dprk-states";
import type { FiltersComparing, SupplierFilterName, SupplierFilterValue } from "#terms/suppliers/supplier-filters";
import type { SortDirection, SupplierSort } from "#terms/suppliers/supplier-sorts";
import type { Supplier } from "./records";

/** What the suppliers table shows; everything stands in the URL. */
export type SupplierFilter = ActiveFilters & {
  readonly sort: SupplierSort;
  readonly direction: SortDirection;
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
};

/** The filters of `supplierFilters` by how they compare. Of several values a supplier has one; points are 0 to 100. */
type ActiveFilters = {
  readonly [F in FiltersComparing<"contains" | "member">]?: string;
} & {
  readonly [F in FiltersComparing<"rank">]?: readonly SupplierFilterValue<F>[];
} & {
  readonly [F in FiltersComparing<"equals" | "is" | "within">]?: readonly string[];
} & {
  /** Without a value those whose column says no. */
  readonly [F in FiltersComparing<"flag">]?: readonly string[];
} & {
  readonly [F in FiltersComparing<"range"> as `${F}From` | `${F}Below`]?: number;
};

/** What raised a rating most: a question or a part of the arithmetic, and the rule of it; points are absent for a floor. */
export type Driver = {
  readonly code: string;
  readonly rule?: string;
  readonly points?: number;
  readonly floor: boolean;
};

export type SupplierRow = {
  readonly supplier: Supplier;
  /** Absent while not rated. Points, 0 to 100, higher is worse. */
  readonly score?: number;
  readonly band?: Band;
  readonly floor: boolean;
  /** Whether the floor holds the band above what the score says. */
  readonly held: boolean;
  readonly confidence?: number;
  readonly driver?: Driver;
  /** Ids of what the rating was made with; the questionnaire's with its version, `forced-labour@1`. */
  readonly questionnaire?: string;
  readonly ruleSet?: string;
  readonly edition?: string;
  readonly dprk?: DprkState;
  readonly disclosed: boolean;
  /** What is expected before there is a rating, never beside one. */
  readonly expected?: ExpectedRisk;
  /** Id of the user who looks after it, and ids of its tags. */
  readonly owner?: string;
  readonly tags: readonly string[];
  /** Of the sites that were rated, worst first; before there is a rating, of what the buyer knows. */
  readonly tiers: readonly { readonly country: string; readonly tier: string }[];
  /** Points up or down since the rating before; absent for a first rating. */
  readonly change?: number;
  readonly previousBand?: Band;
  readonly signedAt?: Date;
  readonly attestation?: string;
};

/** What is read of a row besides who the supplier is. */
export type RowPart = Exclude<keyof SupplierRow, "supplier">;

/** A row of which only some parts were read. */
export type PartialRow<Part extends RowPart> = Pick<SupplierRow, Part> & {
  readonly supplier: Pick<Supplier, "id" | "ref" | "name" | "country" | "place" | "externalId">;
};

/** How many ratings were made by these rules and countries, by their ids. */
export type RatedWith = { readonly ruleSet: string; readonly edition: string; readonly suppliers: number };

export type SupplierTable = {
  readonly rows: readonly SupplierRow[];
  /** Rows that the filter leaves, and all suppliers that are archived or not as it asks. */
  readonly total: number;
  readonly all: number;
  /** Those on the other side of the archive. */
  readonly others: number;
  /** Distribution under the filter without its `bands`. */
  readonly byBand: Readonly<Record<TableBand, number>>;
};

/** For filters with listed values: how many suppliers each of these would leave. */
export type FilterCounts = { readonly [F in SupplierFilterName]?: Readonly<Record<string, number>> };

/** What is still to be done about a supplier, and when it last saved an answer. */
export type OpenWork = {
  /** Findings of open reviews that nobody settled. */
  readonly findings: number;
  /** Corrective actions in which something is still to be done. */
  readonly actions: number;
  readonly answeredAt?: Date;
};
