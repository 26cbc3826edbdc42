import type { TeamContext } from "#app/services/context/contexts";
import { filterOf, readSupplierView } from "#app/services/team/suppliers/filters/supplier-filter";
import type { ComparisonView } from "#app/views/team/suppliers/comparison";
import { placeOf } from "./columns";
import { type ComparisonAsked, comparisonAddress, mostCompared } from "./comparison-address";

const mostFound = 10;

/** The form by which another supplier is found and added; undefined where there is no room for one. */
export async function addable(
  ctx: TeamContext,
  { ids, all, find }: ComparisonAsked,
): Promise<ComparisonView["adding"]> {
  if (ids.length >= mostCompared) return undefined;
  const kept = [
    ...(ids.length > 0 ? [{ name: "ids", value: ids.join(",") }] : []),
    ...(all ? [{ name: "rows", value: "all" }] : []),
  ];
  if (find.trim() === "") return { kept, find: "", found: [], more: 0 };
  const view = readSupplierView(
    new URLSearchParams([
      ["q", find],
      ["sort", "name"],
    ]),
  );
  const { rows, total } = await ctx.store.suppliers.table(ctx.organisation.id, filterOf(view));
  const others = rows.filter(({ supplier }) => !ids.includes(supplier.id));
  const found = others.slice(0, mostFound).map(({ supplier }) => ({
    ...{ name: supplier.name, ref: supplier.ref, place: placeOf(ctx, supplier) },
    href: comparisonAddress({ ids: [...ids, supplier.id], all }),
  }));
  return { kept, find, found, more: total - (rows.length - others.length) - found.length };
}
