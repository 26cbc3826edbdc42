import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import type { QueryContext } from "#db/queries/query-context";
import { countAll, countBands, countMembers, sumOf } from "#db/queries/suppliers/counts/supplier-counts";
import { bandCondition, narrowing, suppliersWhere } from "#db/queries/suppliers/supplier-conditions";
import type { RowPart, SupplierFilter, SupplierRow, SupplierTable } from "#db/supplier-table";
import { sortColumns } from "#db/tables/suppliers/supplier-indexes";
import type { SupplierSort } from "#terms/suppliers/supplier-sorts";
import { chooseSearchIndex } from "./index-choice";
import { byRowKey, rowReading, rowsOf } from "./supplier-rows";

/** Rows that an export reads at once: with 200 more of them are still needed when memory is collected, and it took a quarter longer (`export.csv.rows_per_s`). */
const exportBatch = 100;
/** Rows whose text is looked up one by one before scanning all texts is as fast. */
const fewSteps = 10_000;

/** One page, and the counts of the whole view. */
export async function supplierTable(context: QueryContext, org: string, asked: SupplierFilter): Promise<SupplierTable> {
  const pageSize = Math.max(1, Math.floor(asked.pageSize));
  const offset = (Math.max(1, Math.floor(asked.page)) - 1) * pageSize;
  const counted = await countAll(context, org);
  const filter = await withoutIdleCampaign(context, org, asked, sumOf(counted.byBand) + counted.archived);
  const isArchive = filter.archived !== undefined && filter.archived.length > 0;
  const sides = [sumOf(counted.byBand), counted.archived] as const;
  const [all, others] = isArchive ? [sides[1], sides[0]] : sides;
  const isCounted = !isArchive && narrowing(context, org, filter).length === 0;
  const byBand = isCounted ? counted.byBand : await countBands(context, org, filter);
  const total = sumOf(byBand, filter.bands);
  const steps = ((offset + pageSize) * all) / Math.max(1, total);
  const ids = offset < total ? await idsOf(context, org, filter, { limit: pageSize, offset, steps }) : [];
  return { rows: await rowsOf(context, org, ids), total, all, others, byBand };
}

/** All rows of a view in its order, with only some `parts` where these are given. Which rows those are is settled when it starts. */
export async function* exportSuppliers(
  context: QueryContext,
  org: string,
  filter: SupplierFilter,
  parts?: readonly RowPart[],
): AsyncGenerator<readonly SupplierRow[]> {
  const keys = await keysOf(context, org, filter);
  const read = rowReading(context, exportBatch, byRowKey(context), parts);
  for (let start = 0; start < keys.length; start += exportBatch)
    yield read(org, keys.slice(start, start + exportBatch));
}

/** Rows in the order in which suppliers were numbered, those after one. */
export async function suppliersAfter(
  context: QueryContext,
  org: string,
  filter: SupplierFilter,
  { after, most }: { readonly after?: string; readonly most: number },
): Promise<readonly SupplierRow[]> {
  const { tables: t, read, dialect } = context;
  const s = t.suppliers;
  const last =
    after === undefined
      ? undefined
      : read
          .select({ number: s.number })
          .from(s)
          .where(and(eq(s.org, org), eq(s.id, after)));
  const found = await read
    .select({ id: sql`${s.id}`.mapWith(s.id) })
    .from(dialect.suppliersBy(t, "ref"))
    .where(
      and(
        ...suppliersWhere(context, org, filter),
        bandCondition(context, org, filter),
        last && sql`${s.number} > (${last})`,
      ),
    )
    .orderBy(asc(s.number))
    .limit(most);
  return rowsOf(
    context,
    org,
    found.map(({ id }) => id),
  );
}

/** Ids of the rows of a view in its order, at most so many. */
export function supplierIds(context: QueryContext, org: string, filter: SupplierFilter, most: number) {
  return idsOf(context, org, filter, { limit: most, offset: 0, steps: Number.POSITIVE_INFINITY });
}

/** A campaign that asks everybody, archived or not, filters nothing out, and comparing with all of its list would take longest. */
async function withoutIdleCampaign(
  context: QueryContext,
  org: string,
  { campaign, ...others }: SupplierFilter,
  all: number,
): Promise<SupplierFilter> {
  if (campaign === undefined || (await countMembers(context, org, campaign)) === all) return others;
  return { campaign, ...others };
}

type Page = { readonly limit: number; readonly offset: number; readonly steps: number };

/** Ids of the rows in order; they come from an index alone. */
async function idsOf(
  context: QueryContext,
  org: string,
  filter: SupplierFilter,
  page: Page,
): Promise<readonly string[]> {
  const { id } = context.tables.suppliers;
  const key = sql<string>`${id}`.mapWith(id);
  const rows = await along(context, org, filter, key, page.steps).limit(page.limit).offset(page.offset);
  return rows.map((row) => row.key);
}

/** By what each row of a whole view is found again, in its order. */
async function keysOf(context: QueryContext, org: string, filter: SupplierFilter) {
  const rows = await along(context, org, filter, context.dialect.rowKey(context.tables));
  return rows.map((row) => row.key);
}

/**
 * One value of each row of a view, in its order. Only the index by name holds the text to search in: where the page is reached
 * in few `steps` along the index of the sort, looking the text up for each is faster than sorting all finds.
 */
function along<Key extends string | number>(
  context: QueryContext,
  org: string,
  filter: SupplierFilter,
  key: SQL<Key>,
  steps = Number.POSITIVE_INFINITY,
) {
  const { tables: t, read, dialect } = context;
  const index = (steps > fewSteps ? chooseSearchIndex(filter) : undefined) ?? filter.sort;
  return read
    .select({ key })
    .from(dialect.suppliersBy(t, index))
    .where(and(...suppliersWhere(context, org, filter), bandCondition(context, org, filter)))
    .orderBy(...order(context, filter.sort, filter.direction));
}

/** Those without a value come last either way. Ties: the order in which suppliers were numbered. */
function order({ tables: { suppliers: s } }: QueryContext, sort: SupplierSort, direction: "up" | "down"): SQL[] {
  const keys = sortColumns[sort].map((column) => s[column]);
  const way = sql.raw(direction === "up" ? "asc" : "desc");
  const first = keys.map((key, place) =>
    place === 0 && !key.notNull ? sql`${key} ${way} nulls last` : sql`${key} ${way}`,
  );
  return [...first, sql`${s.number} ${way}`];
}
