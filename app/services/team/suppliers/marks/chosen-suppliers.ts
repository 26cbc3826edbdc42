import * as z from "zod";
import { Problem } from "#app/domain/problem";
import type { TeamContext } from "#app/services/context/contexts";
import { recordId } from "#app/services/context/inputs";
import { knownView, viewSources } from "#app/services/team/suppliers/filters/known-view";
import { filterOf, readSupplierView } from "#app/services/team/suppliers/filters/supplier-filter";
import { viewFor } from "#app/services/team/suppliers/filters/view-for";
import type { Supplier } from "#db/records";
import type { SupplierFilter } from "#db/supplier-table";

/** Suppliers that are changed at once: so many take seconds, and a press must not take longer. */
export const mostMarked = 5_000;
/** Suppliers of a view that are asked in one campaign. */
export const mostAsked = 100_000;
/** Suppliers that are named, so that whoever confirms sees whom they chose. */
const mostNamed = 12;

/** The suppliers that were ticked, or all of a view of the table, whose address has this query. */
export const chosenInput = z.object({
  ids: z.array(recordId).max(mostMarked).default([]),
  isAll: z.boolean().default(false),
  query: z.string().max(4_000).default(""),
});
type Chosen = z.output<typeof chosenInput>;

/**
 * Their ids, one more than `most` where there are too many.
 * @throws Problem "not-found" where suppliers are named and none is of this organisation
 */
export async function chosenSuppliers(ctx: TeamContext, chosen: Chosen, most: number): Promise<readonly string[]> {
  if (!chosen.isAll) return (await ticked(ctx, chosen)).map(({ id }) => id);
  return ctx.store.suppliers.ids(ctx.organisation.id, await filterOfAll(ctx, chosen), most + 1);
}

/** How many were chosen and how many of them are archived, with the first of them. */
export async function countChosen(ctx: TeamContext, chosen: Chosen) {
  const named = (suppliers: readonly Supplier[]) =>
    suppliers.slice(0, mostNamed).map(({ id, name, ref }) => ({ id, name, ref }));
  if (!chosen.isAll) {
    const found = await ticked(ctx, chosen);
    const archived = found.filter(({ archivedAt }) => archivedAt !== undefined).length;
    return { suppliers: found.length, archived, named: named(found) };
  }
  const filter = { ...(await filterOfAll(ctx, chosen)), page: 1, pageSize: mostNamed };
  const { total, rows } = await ctx.store.suppliers.table(ctx.organisation.id, filter);
  const archived = filter.archived?.length ? total : 0;
  return { suppliers: total, archived, named: named(rows.map(({ supplier }) => supplier)) };
}

async function ticked(ctx: TeamContext, { ids }: Chosen): Promise<readonly Supplier[]> {
  const named = { externalIds: [], emails: [], names: [], ids: [...new Set(ids)] };
  const found = await ctx.store.suppliers.match(ctx.organisation.id, named);
  if (ids.length > 0 && found.length === 0) throw new Problem("not-found");
  return found.map(({ supplier }) => supplier);
}

async function filterOfAll(ctx: TeamContext, { query }: Chosen): Promise<SupplierFilter> {
  const view = viewFor(ctx, readSupplierView(new URLSearchParams(query)));
  return filterOf(knownView(view, await viewSources(ctx)));
}

/** The same suppliers in an address. */
export function chosenAddress(path: string, { ids, isAll, query }: Chosen): string {
  const params = [...ids.map((id) => ["ids", id]), ...(isAll ? [["all", "1"]] : []), ["in", query]];
  return `${path}?${new URLSearchParams(params.filter(([, value]) => value !== ""))}`;
}
