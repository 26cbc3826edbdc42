import { and, type Column, eq, gte, inArray, isNull, lt, or, type SQL } from "drizzle-orm";
import type { Dialect } from "#db/database/dialect";
import type { Reader } from "#db/database/transaction";
import type { Tables } from "#db/tables";
import { foldName } from "#terms/names";
import type { PointRange } from "#terms/suppliers/confidence-ranges";

/* One function for each way in which a filter of `supplierFilters` compares. Undefined: nothing is asked. */

/** Whether one of these folded texts holds what was typed. */
export function contains(dialect: Dialect, texts: readonly Column[], typed: string): SQL | undefined {
  const wanted = foldName(typed);
  return wanted === "" ? undefined : or(...texts.map((text) => dialect.contains(text, wanted)));
}

/** Whether a place in `ranks` is that of one of the values; `absent` stands for a place that is null. */
export function hasRank(
  place: Column,
  { ranks, absent }: { readonly ranks: readonly string[]; readonly absent?: string },
  values: readonly string[],
): SQL | undefined {
  if (values.length === 0) return undefined;
  const places = values.filter((value) => value !== absent).map((value) => ranks.indexOf(value));
  const withAbsent = absent !== undefined && values.includes(absent);
  return or(inArray(place, places), withAbsent ? isNull(place) : undefined);
}

/** Whether a column is one of the values. */
export function is(column: Column, values: readonly string[]): SQL | undefined {
  return values.length === 0 ? undefined : inArray(column, [...values]);
}

/** Whether a column is one of the values, or a set between bars has one. */
export function equals(dialect: Dialect, column: Column, set: Column, values: readonly string[]): SQL | undefined {
  return values.length === 0 ? undefined : or(inArray(column, [...values]), holds(dialect, set, values));
}

/** Whether a set between bars, `|2W|3|`, has one of the values. */
export function holds(dialect: Dialect, set: Column, values: readonly string[]): SQL | undefined {
  return or(...values.map((value) => dialect.contains(set, `|${value}|`)));
}

/** Whether a column says yes, where the filter has a value, or else no. */
export function isFlagged(column: Column, values: readonly string[]): SQL {
  return eq(column, values.length > 0);
}

/** Whether points lie in a range. */
export function isWithin(points: Column, { from, below }: PointRange): SQL | undefined {
  return and(below === undefined ? undefined : lt(points, below), from === undefined ? undefined : gte(points, from));
}

/** Whether a supplier is asked in a campaign. */
export function isMember(t: Tables, read: Reader, org: string, campaign: string | undefined): SQL | undefined {
  if (campaign === undefined) return undefined;
  const members = read
    .select({ supplier: t.campaignSuppliers.supplier })
    .from(t.campaignSuppliers)
    .where(membersOf(t, org, campaign));
  return inArray(t.suppliers.id, members);
}

/** The rows that say who is asked in a campaign. */
export function membersOf({ campaignSuppliers: m }: Tables, org: string, campaign: string): SQL | undefined {
  return and(eq(m.org, org), eq(m.campaign, campaign));
}
