import type { SupplierFilter } from "#db/supplier-table";
import {
  comparesBy,
  type SupplierFilterName,
  supplierFilterNames,
  supplierFilters,
} from "#terms/suppliers/supplier-filters";
import type { SupplierSort } from "#terms/suppliers/supplier-sorts";

/**
 * The index in which the fewest entries are read to count what a filter leaves. Text stands in one of them only; a campaign's
 * own list is shorter than any that would have to be compared with it entry by entry.
 */
export function chooseCountIndex(filter: SupplierFilter): SupplierSort | "campaign" {
  const ways = supplierFilterNames.flatMap((name) => {
    const entry = supplierFilters[name];
    return "counted" in entry && isSet(filter, name) ? [entry.counted] : [];
  });
  const [first] = ways.sort((one, other) => one.rank - other.rank);
  if (first === undefined) return "rating";
  return first.along === "campaign" ? first.along : (chooseSearchIndex(filter) ?? first.along);
}

/** The index that holds the text to search in; undefined where nothing is searched. */
export function chooseSearchIndex(filter: SupplierFilter): SupplierSort | undefined {
  const [searched] = supplierFilterNames.filter((name) => comparesBy(name, "contains")).filter((name) => filter[name]);
  return searched && supplierFilters[searched].counted.along;
}

function isSet(filter: SupplierFilter, name: SupplierFilterName): boolean {
  if (!comparesBy(name, "range")) return filter[name] !== undefined && filter[name].length > 0;
  return filter[`${name}From` as const] !== undefined || filter[`${name}Below` as const] !== undefined;
}
