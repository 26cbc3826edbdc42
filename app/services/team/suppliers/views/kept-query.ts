import type { CallerContext } from "#app/services/context/contexts";
import { readSupplierView, supplierAddress } from "#app/services/team/suppliers/filters/supplier-filter";
import { viewFor } from "#app/services/team/suppliers/filters/view-for";

/**
 * What of an address a view keeps, and what of a kept one is opened: it is read as any address of the table, so that it holds
 * nothing but what the table knows and this person may ask for, whatever was sent or is kept.
 */
export function queryOf(reader: Pick<CallerContext, "may">, query: string): string {
  const view = viewFor(reader, readSupplierView(new URLSearchParams(query)));
  return supplierAddress({ ...view, page: 1 }).split("?")[1] ?? "";
}

/** Far more than all filters and columns take. */
export function isTooLong(query: string): boolean {
  return query.length > 2_000;
}

/** The address of the table that a kept query opens. The bare address would open what somebody sees first. */
export function addressOf(query: string): string {
  return `/suppliers?${query === "" ? "sort=rating" : query}`;
}
