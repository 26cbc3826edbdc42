import * as z from "zod";
import { recordId } from "#app/services/context/inputs";

export const fewestCompared = 2;
export const mostCompared = 6;
/** Ids that are looked at; the table has fewer rows on a page. */
const mostAsked = 100;
const longestSearch = 200;

/** Which suppliers are compared, in the order of their columns, and how. */
export type ComparisonAsked = {
  readonly ids: readonly string[];
  /** Rows that are alike too. */
  readonly all: boolean;
  /** What was typed to find another one. */
  readonly find: string;
};

export const comparisonInput = z.object({
  ids: z.array(recordId).max(mostAsked).readonly(),
  all: z.boolean().default(false),
  find: z.string().max(longestSearch).default(""),
});

/** Reads a comparison from an address, whose `ids` are one list with commas, or fields of a form. */
export function readComparison(params: URLSearchParams): ComparisonAsked {
  const ids = params.getAll("ids").flatMap((list) => list.split(","));
  return {
    ids: [...new Set(ids.map((id) => id.trim()).filter((id) => id !== ""))].slice(0, mostAsked),
    all: params.get("rows") === "all",
    find: (params.get("find") ?? "").slice(0, longestSearch),
  };
}

/** The one address of a comparison, which can be handed on. */
export function comparisonAddress(
  { ids, all = false }: Pick<ComparisonAsked, "ids"> & Partial<Pick<ComparisonAsked, "all">>,
  path = "/suppliers/compare",
): string {
  const list = ids.length === 0 ? [] : [`ids=${ids.map(encodeURIComponent).join(",")}`];
  const query = [...list, ...(all ? ["rows=all"] : [])].join("&");
  return query === "" ? path : `${path}?${query}`;
}
