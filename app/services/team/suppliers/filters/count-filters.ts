import { teamUseCase } from "#app/services/context/use-case";
import { withPanel } from "#app/services/team/suppliers/filters/drawing/panels";
import type { FacetView } from "#app/views/team/suppliers/filters/facets";
import type { FilterCounts } from "#db/supplier-table";
import {
  type ActiveSupplierFilters,
  activeValues,
  offeredValues,
  type SupplierFilterName,
  supplierFilters,
} from "#terms/suppliers/supplier-filters";
import { filterWords, type WordSources } from "./filter-words";
import { knownView, viewSources } from "./known-view";
import { filterOf, type SupplierView, supplierAddress } from "./supplier-filter";
import { filtersFor, viewFor } from "./view-for";
import { supplierViewInput } from "./view-input";

/**
 * How many suppliers each value of a filter would leave, under the other filters that are set. Asked for apart from the table, which
 * must not wait for it.
 */
export const countFilters = teamUseCase({
  permission: "suppliers.read",
  input: supplierViewInput,
  events: [],
  async run(ctx, wanted): Promise<readonly FacetView[]> {
    const org = ctx.organisation.id;
    const asked = viewFor(ctx, wanted);
    const sources = await viewSources(ctx);
    const view = knownView(asked, sources);
    const names = filtersFor(ctx);
    const counts = await ctx.store.suppliers.filterCounts(org, filterOf(view), names);
    return names.flatMap((name) => facetOf(view, name, counts, sources) ?? []);
  },
});

function facetOf<F extends SupplierFilterName>(
  view: SupplierView,
  name: F,
  counts: FilterCounts,
  sources: WordSources,
): FacetView | undefined {
  const counted = counts[name];
  if (!counted) return undefined;
  const words = filterWords[name];
  const set: readonly string[] = activeValues(view, name);
  const values = offeredValues(name).map((value) => ({
    value,
    words: words.value(sources, value),
    suppliers: counted[value] ?? 0,
    isSet: set.includes(value),
    href: withPanel(supplierAddress(toggled(view, name, value)), "filters"),
  }));
  return { name: words.name(sources), parameter: supplierFilters[name].parameter, values };
}

/** The view with a value set, or no more. */
function toggled(view: SupplierView, name: SupplierFilterName, value: string): SupplierView {
  const set: readonly string[] = activeValues<SupplierFilterName>(view, name);
  const others = set.filter((one) => one !== value);
  const isSet = others.length < set.length;
  const one = isSet ? undefined : value;
  const changed: Partial<ActiveSupplierFilters> = {
    [name]: supplierFilters[name].several ? (isSet ? others : [...set, value]) : one,
  };
  return { ...view, ...changed, page: 1 };
}
