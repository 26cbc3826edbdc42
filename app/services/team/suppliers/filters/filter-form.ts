import { columnParameters } from "#app/services/team/suppliers/filters/drawing/chosen-columns";
import type { ActiveFilter, FilterChoices, FilterControl, FilterView } from "#app/views/team/suppliers/filters/filters";
import {
  activeValues,
  type FiltersWith,
  hasOpenValues,
  isSingleValued,
  offeredValues,
  type SupplierFilterName,
  supplierFilterNames,
  supplierFilters,
} from "#terms/suppliers/supplier-filters";
import { filterWords, type WordSources } from "./filter-words";
import { type SupplierView, supplierAddress } from "./supplier-filter";

/** The form above the table, of the filters named. Filters of several values are set by links, so it only carries them along. */
export function filterForm(
  view: SupplierView,
  sources: WordSources,
  names: readonly SupplierFilterName[] = supplierFilterNames,
): FilterView {
  const controls = names.filter(isSingleValued).map((name) => controlOf(view, name, sources));
  return {
    controls,
    kept: keptByForm(view),
    set: controls.filter(({ kind, value }) => kind === "select" && value !== undefined).length,
  };
}

/** The filters that are set, each with the address without it. */
export function activeFilters(view: SupplierView, sources: WordSources): readonly ActiveFilter[] {
  return supplierFilterNames.flatMap((name) => activeFiltersOf(view, name, sources));
}

function activeFiltersOf<F extends SupplierFilterName>(
  view: SupplierView,
  name: F,
  sources: WordSources,
): ActiveFilter[] {
  const words = filterWords[name];
  const values = activeValues(view, name);
  return values.map((value) => {
    const others = values.filter((one) => one !== value);
    const without = { ...view, [name]: supplierFilters[name].several ? others : undefined, page: 1 };
    return { name: words.name(sources), words: words.value(sources, value), href: supplierAddress(without) };
  });
}

function controlOf(view: SupplierView, name: FiltersWith<false>, sources: WordSources): FilterControl {
  const { parameter, values } = supplierFilters[name];
  const [value] = activeValues<FiltersWith<false>>(view, name);
  const unset = filterWords[name].unset(sources);
  if (values.kind === "text") return { kind: "search", parameter, unset, longest: values.longest, value };
  const choices = choicesOf(name, sources);
  return { kind: "select", parameter, name: filterWords[name].name(sources), unset, choices, value };
}

function choicesOf<F extends SupplierFilterName>(name: F, sources: WordSources): FilterChoices {
  if (hasOpenValues(name)) return filterWords[name].choices(sources);
  const words = filterWords[name];
  return offeredValues(name)
    .flatMap((value) => [value, words.value(sources, value)])
    .join("\n");
}

function keptByForm(view: SupplierView) {
  const several = supplierFilterNames.filter((name) => supplierFilters[name].several);
  return [
    ...several.flatMap((name) =>
      activeValues(view, name).map((value) => ({ name: supplierFilters[name].parameter, value })),
    ),
    { name: "sort", value: view.sort },
    { name: "dir", value: view.direction },
    ...columnParameters(view).map(([name, value]) => ({ name, value })),
  ];
}
