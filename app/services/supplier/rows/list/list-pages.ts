import * as z from "zod";
import type { PageTexts } from "#app/services/supplier/page/page-texts";
import type { ListPagesView } from "#app/views/supplier/controls";

/** Rows of a list that stand on one page: more would weigh more than a slow line carries, and nobody finds one among 200. */
const pageRows = 25;

/** The page of a list that a use case is asked for. */
export const listPageNumber = z.number().int().min(1).default(1);

/** The page of a list, counted from 1, that a row stands on; `at`: its place, from 0. */
export function listPageOf(at: number): number {
  return Math.floor(Math.max(0, at) / pageRows) + 1;
}

/** The address of a list with one of its pages. @param href that of its question */
export function atListPage(href: string, page: number): string {
  return page === 1 ? href : `${href}${href.includes("?") ? "&" : "?"}lines=${page}`;
}

/** The page that an address or a button names; the first one for anything odd. */
export function listPageIn(text: string | null | undefined): number {
  return text && /^[1-9]\d{0,2}$/.test(text) ? Number(text) : 1;
}

/** The rows of a page and the ways to the others. @param wanted page, which may be past the end */
export function listPage<T>(
  rows: readonly T[],
  wanted: number,
  { t }: PageTexts,
): { readonly from: number; readonly shown: readonly T[]; readonly pages?: ListPagesView } {
  if (rows.length <= pageRows) return { from: 0, shown: rows };
  const last = listPageOf(rows.length - 1);
  const current = Math.min(wanted, last);
  const from = (current - 1) * pageRows;
  return {
    from,
    shown: rows.slice(from, from + pageRows),
    pages: Array.from({ length: last }, (_, at) => ({
      label: t("supplier:rows.range", {
        from: at * pageRows + 1,
        to: Math.min((at + 1) * pageRows, rows.length),
        all: rows.length,
      }),
      value: `lines:${at + 1}`,
      current: at + 1 === current,
    })),
  };
}
