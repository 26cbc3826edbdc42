import type { TeamContext } from "#app/services/context/contexts";
import type { PlaceInView } from "#app/views/team/supplier/supplier-page";
import { filterOf, readSupplierView, type SupplierView, supplierAddress } from "./supplier-filter";
import { viewFor } from "./view-for";

/** Longest query of a view that is read. */
const longest = 2_000;

/** The address of a supplier that says from which place of which view it was opened, so that the next one of it can follow. */
export function addressInView(id: string, { page, ...view }: SupplierView, place: number): string {
  const query = supplierAddress({ ...view, page: 1 }).split("?")[1] ?? "";
  const params = new URLSearchParams([["at", String(place)], ...(query === "" ? [] : [["in", query]])]);
  return `/suppliers/${id}?${params}`;
}

/**
 * Where a supplier stands in the view that it was opened from, with the ones before and after. Undefined where no place is named,
 * or somebody else stands there by now.
 */
export async function placeInView(
  ctx: TeamContext,
  id: string,
  { at, in: query = "" }: { readonly at?: string | undefined; readonly in?: string | undefined },
): Promise<PlaceInView | undefined> {
  const place = /^[1-9]\d{0,6}$/.test(at ?? "") ? Number(at) : undefined;
  if (place === undefined || query.length > longest) return undefined;
  const view = viewFor(ctx, readSupplierView(new URLSearchParams(query)));
  const org = ctx.organisation.id;
  const standing = async (page: number) => {
    const table = await ctx.store.suppliers.table(org, { ...filterOf({ ...view, page }), pageSize: 1 });
    return { id: table.rows[0]?.supplier.id, total: table.total };
  };
  const { id: found, total } = await standing(place);
  if (found !== id) return undefined;
  const hrefAt = async (page: number) => {
    const next = page < 1 || page > total ? undefined : (await standing(page)).id;
    return next === undefined ? undefined : addressInView(next, view, page);
  };
  return {
    place,
    total,
    view: supplierAddress({ ...view, page: Math.ceil(place / filterOf(view).pageSize) }),
    previous: await hrefAt(place - 1),
    next: await hrefAt(place + 1),
  };
}
