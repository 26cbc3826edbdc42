import * as z from "zod";
import { Problem } from "#app/domain/problem";
import type { TeamContext } from "#app/services/context/contexts";
import { recordId } from "#app/services/context/inputs";
import { knownView, viewSources } from "#app/services/team/suppliers/filters/known-view";
import { filterOf, readSupplierView } from "#app/services/team/suppliers/filters/supplier-filter";
import { viewFor } from "#app/services/team/suppliers/filters/view-for";

/** Suppliers that are changed at once: so many take seconds, and a press must not take longer. */
export const mostMarked = 5_000;

/** The suppliers that were ticked, or all of a view of the table, whose address has this query. */
export const chosenInput = z.object({
  ids: z.array(recordId).max(mostMarked).default([]),
  isAll: z.boolean().default(false),
  query: z.string().max(4_000).default(""),
});

/**
 * Their ids, one more than can be changed where there are too many.
 * @throws Problem "not-found" where suppliers are named and none is of this organisation
 */
export async function chosenSuppliers(
  ctx: TeamContext,
  { ids, isAll, query }: z.output<typeof chosenInput>,
): Promise<readonly string[]> {
  const org = ctx.organisation.id;
  if (isAll) {
    const view = viewFor(ctx, readSupplierView(new URLSearchParams(query)));
    return ctx.store.suppliers.ids(org, filterOf(knownView(view, await viewSources(ctx))), mostMarked + 1);
  }
  const found = await ctx.store.suppliers.match(org, {
    externalIds: [],
    emails: [],
    names: [],
    ids: [...new Set(ids)],
  });
  if (ids.length > 0 && found.length === 0) throw new Problem("not-found");
  return found.map(({ supplier }) => supplier.id);
}
