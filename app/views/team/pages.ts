/** Which rows of how many a page shows, and the addresses of the pages before and after it. */
export type PagesView = {
  readonly from: number;
  readonly to: number;
  readonly total: number;
  /** Rows on a full page. */
  readonly size: number;
  readonly previous?: string;
  readonly next?: string;
  /** The page shown and the last one, counted from 1, and the rest of the address by name. */
  readonly page: number;
  readonly last: number;
  readonly query: readonly (readonly [name: string, value: string])[];
};

/**
 * The pages of a table whose address counts them from 1.
 * @param query the rest of the address, which the links keep
 */
export function pagesAt(at: { page: number; pageSize: number; total: number; query: string }): PagesView {
  const { page, pageSize, total, query } = at;
  const to = Math.min(total, page * pageSize);
  const addressOf = (other: number) => {
    const search = new URLSearchParams(query);
    search.set("page", String(other));
    return `?${search}`;
  };
  return {
    from: Math.min(total, (page - 1) * pageSize + 1),
    to,
    total,
    size: pageSize,
    previous: page > 1 ? addressOf(page - 1) : undefined,
    next: to < total ? addressOf(page + 1) : undefined,
    page,
    last: Math.max(1, Math.ceil(total / pageSize)),
    query: [...new URLSearchParams(query)].filter(([name]) => name !== "page"),
  };
}
