import type { TeamContext } from "#app/services/context/contexts";
import {
  filterOf,
  readSupplierView,
  type SupplierView,
  supplierAddress,
} from "#app/services/team/suppliers/filters/supplier-filter";
import { filtersFor, viewFor } from "#app/services/team/suppliers/filters/view-for";
import type { ConcernName, ConcernView } from "#app/views/team/today";
import { activeValues, supplierFilterNames } from "#terms/suppliers/supplier-filters";

/**
 * What a risk analyst looks at first, the gravest first. Each is a view of the suppliers table, so that what was counted is
 * what its link shows.
 */
const views = {
  present: { dprk: "present" },
  "past-after": { dprk: "past-after" },
  "past-before": { dprk: "past-before" },
  critical: { bands: ["critical"] },
  "low-unproven": { bands: ["low"], confidence: "under-50" },
  "medium-unproven": { bands: ["medium"], confidence: "under-50" },
} as const satisfies Record<ConcernName, Partial<SupplierView>>;

const usual = readSupplierView(new URLSearchParams());

const viewOf = (name: ConcernName): SupplierView => ({ ...usual, ...views[name] });

/** Whether a view says nothing that somebody may not see. */
function mayAsk(ctx: TeamContext, view: SupplierView): boolean {
  const allowed = filtersFor(ctx);
  return supplierFilterNames.every((name) => allowed.includes(name) || activeValues(view, name).length === 0);
}

/** The views that hold anybody, with how many. */
export async function readConcerns(ctx: TeamContext): Promise<readonly ConcernView[]> {
  const all = await Promise.all(
    (Object.keys(views) as readonly ConcernName[])
      .filter((name) => mayAsk(ctx, viewOf(name)))
      .map(async (name) => {
        const view = viewFor(ctx, viewOf(name));
        const { total } = await ctx.store.suppliers.table(ctx.organisation.id, { ...filterOf(view), pageSize: 1 });
        return { name, suppliers: total, href: supplierAddress(view) };
      }),
  );
  return all.filter(({ suppliers }) => suppliers > 0);
}
