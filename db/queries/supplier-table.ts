import { and, asc, count, eq, gte, inArray, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { fold } from "#db/fold";
import type { SupplierFilter, SupplierRow, SupplierSort, SupplierTable, TableBand } from "#db/supplier-table";
import { columnsOf } from "./columns";
import type { Ground } from "./ground";
import { present } from "./present";
import { bands, dprkStates } from "./ranks";

/** Rows that an export reads at once. */
const exportBatch = 1_000;
/** Rows whose text is looked up one by one before scanning all texts is as fast. */
const fewSteps = 10_000;

/** One page, and the counts of the whole view. */
export async function supplierTable(ground: Ground, org: string, filter: SupplierFilter): Promise<SupplierTable> {
  const pageSize = Math.max(1, Math.floor(filter.pageSize));
  const offset = (Math.max(1, Math.floor(filter.page)) - 1) * pageSize;
  const byBand = await bandCounts(ground, org, filter);
  const total = sumOf(byBand, filter.bands?.length ? new Set(filter.bands) : undefined);
  const narrowed = conditions(ground, org, filter).length > 1;
  const all = narrowed ? await allOf(ground, org) : sumOf(byBand);
  const steps = ((offset + pageSize) * all) / Math.max(1, total);
  const ids = offset < total ? await idsOf(ground, org, filter, { limit: pageSize, offset, steps }) : [];
  return { rows: await rowsOf(ground, org, ids), total, all, byBand };
}

/** All rows of a view in its order. Which rows those are is settled when it starts. */
export async function* exportSuppliers(
  ground: Ground,
  org: string,
  filter: SupplierFilter,
): AsyncGenerator<readonly SupplierRow[]> {
  const ids = await supplierIds(ground, org, filter);
  for (let start = 0; start < ids.length; start += exportBatch)
    yield rowsOf(ground, org, ids.slice(start, start + exportBatch));
}

/** Ids of all rows of a view in its order. */
export function supplierIds(ground: Ground, org: string, filter: SupplierFilter): Promise<readonly string[]> {
  return idsOf(ground, org, filter);
}

async function bandCounts({ tables: t, read, dialect, ...ground }: Ground, org: string, filter: SupplierFilter) {
  const rows = await read
    .select({ band: sql<number | null>`${t.suppliers.band}`, suppliers: count() })
    .from(dialect.suppliersBy(filter.search ? "name" : "rating"))
    .where(and(...conditions({ tables: t, read, dialect, ...ground }, org, filter)))
    .groupBy(t.suppliers.band);
  const byBand: Record<TableBand, number> = { low: 0, medium: 0, high: 0, critical: 0, none: 0 };
  for (const { band, suppliers } of rows) byBand[(band === null ? undefined : bands[band]) ?? "none"] += suppliers;
  return byBand;
}

async function allOf({ tables: t, read, dialect }: Ground, org: string): Promise<number> {
  const [row] = await read.select({ all: count() }).from(dialect.suppliersBy("ref")).where(eq(t.suppliers.org, org));
  return row?.all ?? 0;
}

function sumOf(byBand: SupplierTable["byBand"], only?: ReadonlySet<TableBand>): number {
  return ([...bands, "none"] as const).reduce(
    (sum, band) => sum + (only === undefined || only.has(band) ? byBand[band] : 0),
    0,
  );
}

type Page = { readonly limit: number; readonly offset: number; readonly steps: number };

/**
 * Ids of the rows in order; they come from an index alone. Only the index by name holds the text to search in: where the
 * page is reached in few `steps` along the index of the sort, looking the text up for each is faster than sorting all finds.
 */
async function idsOf(ground: Ground, org: string, filter: SupplierFilter, page?: Page): Promise<readonly string[]> {
  const { tables: t, read, dialect } = ground;
  const along = filter.search && (page === undefined || page.steps > fewSteps) ? "name" : filter.sort;
  const query = read
    .select({ id: sql<string>`${t.suppliers.id}` })
    .from(dialect.suppliersBy(along))
    .where(and(...conditions(ground, org, filter), bandCondition(ground, filter)))
    .orderBy(...order(ground, filter.sort, filter.direction));
  const rows = await (page === undefined ? query : query.limit(page.limit).offset(page.offset));
  return rows.map(({ id }) => id);
}

/** Those without a value come last either way. Ties: the order in which suppliers were numbered. */
function order({ tables: { suppliers: s } }: Ground, sort: SupplierSort, direction: "up" | "down"): SQL[] {
  const keys = {
    rating: [s.band, s.score],
    name: [s.search],
    confidence: [s.confidence],
    country: [s.country],
    dprk: [s.dprk],
    signed: [s.signedAt],
    change: [s.change],
    ref: [],
  }[sort];
  const way = sql.raw(direction === "up" ? "asc" : "desc");
  const first = keys.map((key, place) =>
    place === 0 && !key.notNull ? sql`${key} ${way} nulls last` : sql`${key} ${way}`,
  );
  return [...first, sql`${s.number} ${way}`];
}

/** All of the filter but its bands, of which the distribution is shown. The first one is the organisation. */
function conditions({ tables: t, dialect, read }: Ground, org: string, filter: SupplierFilter): SQL[] {
  const s = t.suppliers;
  const found: (SQL | undefined)[] = [eq(s.org, org)];
  const wanted = filter.search === undefined ? "" : fold(filter.search);
  if (wanted !== "") found.push(dialect.contains(s.search, wanted));
  if (filter.dprk?.length)
    found.push(
      inArray(
        s.dprk,
        filter.dprk.map((state) => dprkStates.indexOf(state)),
      ),
    );
  if (filter.tiers?.length) found.push(or(...filter.tiers.map((tier) => dialect.contains(s.tierSet, `|${tier}|`))));
  if (filter.countries?.length) found.push(inArray(s.country, [...filter.countries]));
  if (filter.confidenceBelow !== undefined) found.push(lt(s.confidence, filter.confidenceBelow));
  if (filter.confidenceFrom !== undefined) found.push(gte(s.confidence, filter.confidenceFrom));
  if (filter.campaign !== undefined) {
    const members = read
      .select({ supplier: t.campaignSuppliers.supplier })
      .from(t.campaignSuppliers)
      .where(and(eq(t.campaignSuppliers.org, org), eq(t.campaignSuppliers.campaign, filter.campaign)));
    found.push(inArray(s.id, members));
  }
  return found.filter((condition) => condition !== undefined);
}

function bandCondition({ tables: { suppliers: s } }: Ground, { bands: wanted }: SupplierFilter): SQL | undefined {
  if (!wanted?.length) return undefined;
  const ranks = wanted.filter((band) => band !== "none").map((band) => bands.indexOf(band));
  return or(inArray(s.band, ranks), wanted.includes("none") ? isNull(s.band) : undefined);
}

async function rowsOf(
  { tables: t, read }: Ground,
  org: string,
  ids: readonly string[],
): Promise<readonly SupplierRow[]> {
  if (ids.length === 0) return [];
  const s = t.suppliers;
  const rows = await read
    .select({ supplier: columnsOf(t).supplier, summary: s })
    .from(s)
    .where(and(eq(s.org, org), inArray(s.id, [...ids])))
    .orderBy(asc(s.id));
  const byId = new Map(rows.map(({ supplier, summary }) => [supplier.id, rowOf(present(supplier), summary)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

type Summary = Ground["tables"]["suppliers"]["$inferSelect"];

function rowOf(supplier: SupplierRow["supplier"], summary: Summary): SupplierRow {
  const { band, score, confidence, dprk, change, previousBand, signedAt, attestation, ruleSet, edition } = summary;
  const { driverCode, driverRule, driverPoints, driverFloor } = summary;
  const optional = present({
    score,
    band: band === null ? null : (bands[band] ?? null),
    confidence,
    dprk: dprk === null ? null : (dprkStates[dprk] ?? null),
    change,
    previousBand: previousBand === null ? null : (bands[previousBand] ?? null),
    signedAt,
    attestation,
    ruleSet,
    edition,
    driver:
      driverCode === null
        ? null
        : {
            code: driverCode,
            rule: driverRule ?? undefined,
            points: driverPoints ?? undefined,
            floor: driverFloor ?? false,
          },
  });
  return {
    supplier,
    ...optional,
    floor: summary.floor ?? false,
    held: summary.held ?? false,
    disclosed: summary.disclosed ?? false,
    tiers: summary.tiers ?? [],
  };
}
