import type { PagesView } from "#app/views/team/pages";
import type { MixedVersions } from "#app/views/team/suppliers/filters/mixed-versions";
import type { TableBand } from "#terms/bands";
import type { SupplierColumn } from "#terms/suppliers/supplier-columns";
import type { SortDirection, SupplierSort } from "#terms/suppliers/supplier-sorts";
import type { ColumnChoiceView } from "./filters/column-choice";
import type { ActiveFilter, FilterView } from "./filters/filters";
import type { SavedViewLine } from "./saved-views";
import type { SupplierLine } from "./supplier-line";

export type SortingView = {
  readonly column: SupplierSort;
  readonly direction: SortDirection;
  /** Where a click on a head leads, for the columns that can be sorted. */
  readonly links: Readonly<Partial<Record<SupplierColumn | "expected", string>>>;
};

/** A band of the strip above the table: how many suppliers have it, and the address that sets it, or takes it off. */
export type BandFilterView = { readonly suppliers: number; readonly set: boolean; readonly href: string };

/** Weights are shares of 1. */
export type ExpectedRowsView = {
  readonly suppliers: number;
  readonly total: number;
  readonly weights: { readonly C: number; readonly S: number; readonly W: number; readonly T: number };
};

/** What can be opened beside the table. */
export const tablePanels = ["columns", "filters"] as const;
export type TablePanel = (typeof tablePanels)[number];

export type SuppliersPageView = {
  /** The address of this view, and the same without any filter. */
  readonly address: string;
  readonly unfiltered: string;
  /** The views that are kept; the table with nothing set, and whether that is looked at; where what is looked at is kept. */
  readonly views: readonly SavedViewLine[];
  readonly everybody: string;
  readonly isEverybody: boolean;
  readonly saveAt: string;
  /** The same view with its filters counted. */
  readonly facetsAt: string;
  /** For changing many at once: the query of this view, and the address that chooses all of it. Absent where the person may not. */
  readonly marking?: { readonly query: string; readonly all: string };
  /** Absent where the person may not export, or may not add. */
  readonly exportAt?: string;
  readonly importAt?: string;
  readonly whatIfAt?: string;
  readonly lines: readonly SupplierLine[];
  /** Those that the reader may see, in their order. */
  readonly columns: readonly SupplierColumn[];
  readonly choice: ColumnChoiceView;
  /** Whether rows stand close together, and the same view the other way. */
  readonly isTight: boolean;
  readonly otherDensity: string;
  readonly total: number;
  readonly all: number;
  /** Whether there is no supplier at all, archived or not. */
  readonly isEmpty: boolean;
  readonly bands: Readonly<Record<TableBand, BandFilterView>>;
  readonly filters: FilterView;
  readonly setFilters: readonly ActiveFilter[];
  readonly sorting: SortingView;
  /** Of the rows without a rating, where the order puts them together: how many there are, and how their figure is weighed. */
  readonly expected?: ExpectedRowsView;
  readonly pages: PagesView;
  /** Rule set and edition that most of the page was rated with, and when the table was read. */
  readonly rules: string;
  readonly mixed: MixedVersions;
  readonly edition: string;
  readonly at: string;
};
