import { eq, type SQL } from "drizzle-orm";
import type { QueryContext } from "#db/queries/query-context";
import type { SupplierFilter } from "#db/supplier-table";
import {
  comparesBy,
  type SupplierFilterName,
  supplierFilterNames,
  supplierFilters,
} from "#terms/suppliers/supplier-filters";
import { contains, equals, hasRank, holds, is, isFlagged, isMember, isWithin } from "./comparisons";

/** What conditions are made with. */
type FilterContext = Pick<QueryContext, "tables" | "dialect" | "read">;

/** All of the filter but its bands, of which the distribution is shown, after the organisation and the side of the archive. */
export function suppliersWhere(context: FilterContext, org: string, filter: SupplierFilter): SQL[] {
  return [...sideOf(context, org, filter), ...narrowing(context, org, filter)];
}

/** What every index asks first: the organisation, and whether archived suppliers are looked at or all others. */
export function sideOf({ tables: { suppliers: s } }: Pick<FilterContext, "tables">, org: string, filter: Side): SQL[] {
  return [eq(s.org, org), isFlagged(s.isArchived, filter.archived ?? [])];
}
type Side = Pick<SupplierFilter, "archived">;

/** What leaves only some of them, without the bands. */
export function narrowing(context: FilterContext, org: string, filter: SupplierFilter): SQL[] {
  const others = supplierFilterNames.filter((name) => name !== "bands" && name !== "archived");
  return others.flatMap((name) => conditionOf(context, org, filter, name) ?? []);
}

/** The bands that are wanted; undefined for all of them. */
export function bandCondition(context: FilterContext, org: string, filter: SupplierFilter): SQL | undefined {
  return conditionOf(context, org, filter, "bands");
}

/** What one filter asks; undefined where it is not set. */
function conditionOf(
  { tables, dialect, read }: FilterContext,
  org: string,
  filter: SupplierFilter,
  name: SupplierFilterName,
): SQL | undefined {
  const s = tables.suppliers;
  if (comparesBy(name, "contains")) {
    const { column, orIn } = supplierFilters[name].compares;
    return contains(dialect, [s[column], s[orIn]], filter[name] ?? "");
  }
  if (comparesBy(name, "rank")) {
    const { column, ...ranked } = supplierFilters[name].compares;
    return hasRank(s[column], ranked, filter[name] ?? []);
  }
  if (comparesBy(name, "equals")) {
    const { column, orWithin } = supplierFilters[name].compares;
    return equals(dialect, s[column], s[orWithin], filter[name] ?? []);
  }
  if (comparesBy(name, "is")) return is(s[supplierFilters[name].compares.column], filter[name] ?? []);
  if (comparesBy(name, "within")) return holds(dialect, s[supplierFilters[name].compares.column], filter[name] ?? []);
  if (comparesBy(name, "range")) {
    const range = { from: filter[`${name}From` as const], below: filter[`${name}Below` as const] };
    return isWithin(s[supplierFilters[name].compares.column], range);
  }
  if (comparesBy(name, "flag")) return isFlagged(s[supplierFilters[name].compares.column], filter[name] ?? []);
  if (comparesBy(name, "member")) return isMember(tables, read, org, filter[name]);
  // A way of comparing without SQL does not compile here.
  return name satisfies never;
}
