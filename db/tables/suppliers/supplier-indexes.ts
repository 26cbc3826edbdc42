import { supplierFilterNames, supplierFilters } from "#terms/suppliers/supplier-filters";
import { type SupplierSort, supplierSorts } from "#terms/suppliers/supplier-sorts";

/** The columns that each sort of the suppliers table compares, in this order. Ties are broken by `number`. */
export const sortColumns = {
  // Those without a rating come last, by what is expected of them: a rated supplier has nothing there.
  rating: ["band", "score", "expected"],
  // The same for whoever may not see scores: within a band nobody is before another by what was answered.
  band: ["band", "expected"],
  expected: ["expected"],
  name: ["search"],
  confidence: ["confidence"],
  country: ["country"],
  dprk: ["dprk"],
  signed: ["signedAt"],
  change: ["change"],
  ref: [],
} as const satisfies Readonly<Record<SupplierSort, readonly string[]>>;

type IndexColumn = (typeof sortColumns)[SupplierSort][number] | (typeof filterColumns)[number];

/** The index of each sort by its name in the database. */
export const indexNames: Readonly<Record<SupplierSort, string>> = {
  rating: "suppliers_by_rating",
  band: "suppliers_by_band",
  expected: "suppliers_by_expected",
  name: "suppliers_by_name",
  confidence: "suppliers_by_confidence",
  country: "suppliers_by_country",
  dprk: "suppliers_by_dprk",
  signed: "suppliers_by_signed",
  change: "suppliers_by_change",
  ref: "suppliers_by_number",
};

/** What the table is filtered by, in the order in which indexes hold it. */
const filterColumns = supplierFilterNames
  .map((name) => supplierFilters[name])
  .flatMap((filter) => [
    ...("carried" in filter ? [{ column: filter.compares.column, place: filter.carried }] : []),
    ...("carriedSet" in filter ? [{ column: filter.compares.orWithin, place: filter.carriedSet }] : []),
  ])
  .sort((one, other) => one.place - other.place)
  .map(({ column }) => column);

const allSortColumns = supplierSorts.map((sort): readonly IndexColumn[] => sortColumns[sort]);

/** What the table is filtered and sorted by. */
const filterAndSortColumns: readonly IndexColumn[] = [
  ...filterColumns.flatMap((column) => allSortColumns.find(([first]) => first === column) ?? [column]),
  ...allSortColumns.flat(),
];

/**
 * The columns of the index of a sort, after the organisation and whether it is archived: what it compares, then all that can be filtered by. The one by
 * name is also searched in, so it holds what the other sorts need, and the contacts where an index can.
 */
export function indexColumns(sort: SupplierSort, { longTexts = true } = {}) {
  const carried = sort === "name" ? filterAndSortColumns : filterColumns;
  const searched = sort === "name" && longTexts ? (["contactSearch"] as const) : [];
  return [...new Set([...sortColumns[sort], "number", "id", ...carried, ...searched] as const)];
}
