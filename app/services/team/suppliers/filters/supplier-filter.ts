import {
  columnParameters,
  type DrawnView,
  readColumns,
} from "#app/services/team/suppliers/filters/drawing/chosen-columns";
import type { SupplierFilter } from "#db/supplier-table";
import type { PointRange } from "#terms/suppliers/confidence-ranges";
import {
  type ActiveSupplierFilters,
  activeValues,
  comparesBy,
  offeredValues,
  type SupplierFilterName,
  supplierFilterNames,
  supplierFilters,
} from "#terms/suppliers/supplier-filters";
import { type SortDirection, type SupplierSort, supplierSorts } from "#terms/suppliers/supplier-sorts";

/** A view of the suppliers table as its address says it. Everything in it is one of ours, whatever the address held. */
export type SupplierView = ActiveSupplierFilters &
  DrawnView & {
    readonly sort: SupplierSort;
    readonly direction: SortDirection;
    readonly page: number;
    /** Whether its address names the order even where that is the usual one. */
    readonly saysOrder?: boolean;
  };

/** Which way a column is sorted first: the worst, the newest, the letter A. */
const firstDirection = {
  rating: "down",
  band: "down",
  expected: "down",
  name: "up",
  confidence: "down",
  country: "up",
  dprk: "down",
  signed: "down",
  change: "down",
  ref: "up",
} as const satisfies Record<SupplierSort, SortDirection>;

const rowsPerPage = 50;
const farthestPage = 1_000_000;

/** Reads a view from an address. Anything unknown, repeated or absurd is left out; nothing here can fail. */
export function readSupplierView(params: URLSearchParams): SupplierView {
  const sort = oneOf(params.getAll("sort"), supplierSorts) ?? "rating";
  const page = params.getAll("page").find((value) => /^[1-9][0-9]{0,6}$/.test(value));
  return {
    ...readFilters(params),
    sort,
    direction: oneOf(params.getAll("dir"), ["up", "down"] as const) ?? firstDirection[sort],
    page: Math.min(Number(page ?? 1), farthestPage),
    columns: readColumns(params),
    isTight: params.get("rows") === "tight",
  };
}

/** Reads which suppliers are taken away as a file; `shown=1`: with the columns that the view shows, and no others. */
export function readExport(params: URLSearchParams): SupplierView & { readonly isShown: boolean } {
  return { ...readSupplierView(params), isShown: params.get("shown") === "1" };
}

function readFilters(params: URLSearchParams): ActiveSupplierFilters {
  const read = supplierFilterNames.map((name) => {
    const found = readValues(name, params.getAll(supplierFilters[name].parameter));
    return [name, supplierFilters[name].several ? found : found[0]];
  });
  // Each value was read by the entry that its type comes from.
  return Object.fromEntries(read) as ActiveSupplierFilters;
}

/** What was said for a filter and can be meant. */
function readValues(name: SupplierFilterName, said: readonly string[]): readonly string[] {
  const { values } = supplierFilters[name];
  switch (values.kind) {
    case "text":
      return said.slice(0, 1).flatMap((typed) => readText(typed, values.longest) ?? []);
    case "list":
    case "ranges":
      return offeredValues(name).filter((value) => said.includes(value));
    case "pattern":
      return said.filter((value) => values.pattern.test(value));
    case "record":
      return said.filter((value) => /^[\w-]{1,64}$/.test(value));
  }
}

function readText(typed: string, longest: number): string | undefined {
  const text = typed
    .normalize("NFC")
    .replace(/\p{Cc}+/gu, " ")
    .trim()
    .slice(0, longest);
  return text === "" ? undefined : text;
}

function oneOf<T extends string>(values: readonly string[], known: readonly T[]): T | undefined {
  return known.find((one) => values.includes(one));
}

/** The address of a view, `/suppliers?…`; what is usual is left out. */
export function supplierAddress(view: SupplierView, path = "/suppliers"): string {
  const params = new URLSearchParams();
  for (const name of supplierFilterNames)
    for (const value of activeValues(view, name)) params.append(supplierFilters[name].parameter, value);
  if (view.sort !== "rating" || view.saysOrder) params.set("sort", view.sort);
  if (view.direction !== firstDirection[view.sort]) params.set("dir", view.direction);
  for (const [name, value] of columnParameters(view)) params.set(name, value);
  if (view.page > 1) params.set("page", String(view.page));
  const query = params.toString();
  return query === "" ? path : `${path}?${query}`;
}

/** What a click on a column head leads to: that column, then the other way round. */
export function sortedBy(view: SupplierView, sort: SupplierSort): SupplierView {
  const turned = view.direction === "up" ? "down" : "up";
  return { ...view, sort, direction: view.sort === sort ? turned : firstDirection[sort], page: 1 };
}

/** What the store is asked for. */
export function filterOf(view: SupplierView): SupplierFilter {
  const { sort, direction, page } = view;
  const asked = Object.fromEntries(supplierFilterNames.flatMap((name) => askedOf(view, name)));
  return { ...asked, sort, direction, page, pageSize: rowsPerPage };
}

function askedOf(view: SupplierView, name: SupplierFilterName): readonly (readonly [keyof SupplierFilter, unknown])[] {
  if (comparesBy(name, "range")) {
    const [range] = activeValues(view, name);
    const points: PointRange = range === undefined ? {} : supplierFilters[name].values.of[range];
    return [
      [`${name}From`, points.from],
      [`${name}Below`, points.below],
    ];
  }
  if (comparesBy(name, "contains") || comparesBy(name, "member")) return [[name, view[name]]];
  const values = activeValues(view, name);
  return [[name, values.length === 0 ? undefined : values]];
}
