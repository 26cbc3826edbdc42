import type { CallerContext } from "#app/services/context/contexts";
import { readsNorthKorea } from "#app/services/north-korea/north-korea";
import { type ChosenColumn, choosableColumns, columnTellsNorthKorea } from "#terms/suppliers/supplier-columns";
import { type SupplierFilterName, supplierFilterNames, supplierFilters } from "#terms/suppliers/supplier-filters";
import { type SupplierSort, sortTellsNorthKorea } from "#terms/suppliers/supplier-sorts";
import type { SupplierView } from "./supplier-filter";

type Reader = Pick<CallerContext, "may">;

/** The filters that somebody may set. */
export function filtersFor(reader: Reader): readonly SupplierFilterName[] {
  if (readsNorthKorea(reader)) return supplierFilterNames;
  return supplierFilterNames.filter((name) => !supplierFilters[name].tellsNorthKorea);
}

export function maySortBy(reader: Reader, sort: SupplierSort): boolean {
  return readsNorthKorea(reader) || !sortTellsNorthKorea[sort];
}

/** The columns that somebody may see. */
export function columnsFor(reader: Reader): readonly ChosenColumn[] {
  return choosableColumns.filter((column) => readsNorthKorea(reader) || !columnTellsNorthKorea(column));
}

/** A view as somebody may ask for it: what it says of answers that they may not see is as if it said nothing. */
export function viewFor<V extends SupplierView>(reader: Reader, view: V): V {
  const allowed = filtersFor(reader);
  const unset = supplierFilterNames
    .filter((name) => !allowed.includes(name))
    .map((name) => [name, supplierFilters[name].several ? [] : undefined]);
  const sort = maySortBy(reader, view.sort)
    ? {}
    : { sort: "band", direction: view.sort === "rating" ? view.direction : "down" };
  const may = columnsFor(reader);
  const columns = view.columns?.filter((column) => may.includes(column));
  return { ...view, ...Object.fromEntries(unset), ...sort, columns: columns?.length ? columns : undefined };
}
