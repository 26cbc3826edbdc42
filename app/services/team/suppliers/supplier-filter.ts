import type { SupplierFilter } from "#db/supplier-table";
import { type TableBand, tableBands } from "#terms/bands";
import { type DprkState, dprkStatesWorstFirst } from "#terms/dprk-states";
import { type SortDirection, type SupplierSort, supplierSorts } from "#terms/supplier-sorts";
import { type Tier, tiersWorstFirst } from "#terms/tiers";

/** A view of the suppliers table as its address says it. Everything in it is one of ours, whatever the address held. */
export type SupplierView = {
  readonly search?: string;
  readonly bands: readonly TableBand[];
  readonly dprk?: DprkState;
  readonly tier?: Tier;
  readonly confidence?: ConfidenceRange;
  readonly country?: string;
  readonly campaign?: string;
  readonly sort: SupplierSort;
  readonly direction: SortDirection;
  readonly page: number;
};

export type ConfidenceRange = keyof typeof confidenceRanges;

/** In points, 0 to 100; under 50 nothing good is proven. */
export const confidenceRanges = {
  "under-50": { confidenceBelow: 50 },
  "50-74": { confidenceFrom: 50, confidenceBelow: 75 },
  "75-up": { confidenceFrom: 75 },
} as const;

/** Which way a column is sorted first: the worst, the newest, the letter A. */
const firstDirection = {
  rating: "down",
  name: "up",
  confidence: "down",
  country: "up",
  dprk: "down",
  signed: "down",
  change: "down",
  ref: "up",
} as const satisfies Record<SupplierSort, SortDirection>;

const rowsPerPage = 50;
const longestSearch = 200;
const farthestPage = 1_000_000;

/** Reads a view from an address. Anything unknown, repeated or absurd is left out; nothing here can fail. */
export function readSupplierView(params: URLSearchParams): SupplierView {
  const sort = oneOf(params.getAll("sort"), supplierSorts) ?? "rating";
  const page = params.getAll("page").find((value) => /^[1-9][0-9]{0,6}$/.test(value));
  return {
    search: readSearch(params.get("q")),
    bands: tableBands.filter((band) => params.getAll("band").includes(band)),
    dprk: oneOf(params.getAll("dprk"), dprkStatesWorstFirst),
    tier: oneOf(params.getAll("tier"), tiersWorstFirst),
    confidence: oneOf(params.getAll("confidence"), Object.keys(confidenceRanges) as readonly ConfidenceRange[]),
    country: params.getAll("country").find((value) => /^[A-Z]{2}$/.test(value)),
    campaign: params.getAll("campaign").find((value) => /^[\w-]{1,64}$/.test(value)),
    sort,
    direction: oneOf(params.getAll("dir"), ["up", "down"] as const) ?? firstDirection[sort],
    page: Math.min(Number(page ?? 1), farthestPage),
  };
}

function readSearch(typed: string | null): string | undefined {
  const search = (typed ?? "")
    .normalize("NFC")
    .replace(/\p{Cc}+/gu, " ")
    .trim()
    .slice(0, longestSearch);
  return search === "" ? undefined : search;
}

function oneOf<T extends string>(values: readonly string[], known: readonly T[]): T | undefined {
  return known.find((one) => values.includes(one));
}

/** The address of a view, `/suppliers?…`; what is usual is left out. */
export function supplierAddress(view: SupplierView, path = "/suppliers"): string {
  const params = new URLSearchParams();
  if (view.search !== undefined) params.set("q", view.search);
  for (const band of view.bands) params.append("band", band);
  for (const name of ["dprk", "tier", "confidence", "country", "campaign"] as const) {
    const value = view[name];
    if (value !== undefined) params.set(name, value);
  }
  if (view.sort !== "rating") params.set("sort", view.sort);
  if (view.direction !== firstDirection[view.sort]) params.set("dir", view.direction);
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
export function filterOf({ bands, dprk, tier, confidence, country, ...view }: SupplierView): SupplierFilter {
  return {
    search: view.search,
    bands,
    dprk: dprk && [dprk],
    tiers: tier === undefined ? undefined : [tier],
    countries: country === undefined ? undefined : [country],
    ...(confidence && confidenceRanges[confidence]),
    campaign: view.campaign,
    sort: view.sort,
    direction: view.direction,
    page: view.page,
    pageSize: rowsPerPage,
  };
}
