import { filterOf, readSupplierView, supplierAddress } from "#app/services/team/suppliers/filters/supplier-filter";
import type { SupplierFilter } from "#db/supplier-table";
import { type ActiveSupplierFilters, supplierFilterNames, supplierFilters } from "#terms/suppliers/supplier-filters";

const everybody = readSupplierView(new URLSearchParams());

/** The filters of the suppliers table that an address or a form names, as an address of the table says them; "" for none. */
export function partIn(params: URLSearchParams | FormData): string {
  const said = supplierFilterNames.flatMap((name) => {
    const { parameter } = supplierFilters[name];
    return params.getAll(parameter).flatMap((value) => (typeof value === "string" ? [[parameter, value]] : []));
  });
  return partOf(readSupplierView(new URLSearchParams(said)));
}

/** The same of a view: what it says of order, columns and pages is no part. */
export function partOf(view: ActiveSupplierFilters): string {
  const filters = Object.fromEntries(supplierFilterNames.map((name) => [name, view[name]]));
  return supplierAddress({ ...everybody, ...filters }, "").slice(1);
}

export function viewOfPart(part: string) {
  return readSupplierView(new URLSearchParams(part));
}

/** Which suppliers a part leaves, as the store is asked. */
export function filterOfPart(part: string): SupplierFilter {
  return filterOf(viewOfPart(part));
}
