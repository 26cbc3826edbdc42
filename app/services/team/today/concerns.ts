import type { TeamContext } from "#app/services/context/contexts";
import {
  filterOf,
  readSupplierView,
  type SupplierView,
  supplierAddress,
} from "#app/services/team/suppliers/filters/supplier-filter";
import type { ConcernName, ConcernView } from "#app/views/team/today";

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

/** The views that hold anybody, with how many. */
export async function readConcerns(ctx: TeamContext): Promise<readonly ConcernView[]> {
  const all = await Promise.all(
    (Object.keys(views) as readonly ConcernName[]).map(async (name) => {
      const view: SupplierView = { ...usual, ...views[name] };
      const { total } = await ctx.store.suppliers.table(ctx.organisation.id, { ...filterOf(view), pageSize: 1 });
      return { name, suppliers: total, href: supplierAddress(view) };
    }),
  );
  return all.filter(({ suppliers }) => suppliers > 0);
}
