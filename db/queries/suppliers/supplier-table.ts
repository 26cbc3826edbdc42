import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { columnsOf } from "#db/queries/columns";
import type { QueryContext } from "#db/queries/query-context";
import type { SupplierFilter, SupplierRow, SupplierTable } from "#db/supplier-table";
import { sortColumns } from "#db/tables/suppliers/supplier-indexes";
import { bands } from "#terms/bands";
import { dprkStates } from "#terms/dprk-states";
import type { SupplierSort } from "#terms/suppliers/supplier-sorts";
import { countAll, countBands, countMembers, sumOf } from "./counts/supplier-counts";
import { chooseSearchIndex } from "./index-choice";
import { tagsOf } from "./marks/tag-sets";
import { bandCondition, narrowing, suppliersWhere } from "./supplier-conditions";

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

/** All rows of a view in its order. Which rows those are is settled when it starts. */
export async function* exportSuppliers(
  context: QueryContext,
  org: string,
  filter: SupplierFilter,
): AsyncGenerator<readonly SupplierRow[]> {
  const ids = await idsOf(context, org, filter);
  const read = rowReading(context, exportBatch);
  for (let start = 0; start < ids.length; start += exportBatch) yield read(org, ids.slice(start, start + exportBatch));
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

/**
 * Ids of the rows in order; they come from an index alone. Only the index by name holds the text to search in: where the
 * page is reached in few `steps` along the index of the sort, looking the text up for each is faster than sorting all finds.
 */
async function idsOf(
  context: QueryContext,
  org: string,
  filter: SupplierFilter,
  page?: Page,
): Promise<readonly string[]> {
  const { tables: t, read, dialect } = context;
  const manySteps = page === undefined || page.steps > fewSteps;
  const along = (manySteps ? chooseSearchIndex(filter) : undefined) ?? filter.sort;
  const query = read
    .select({ id: sql`${t.suppliers.id}`.mapWith(t.suppliers.id) })
    .from(dialect.suppliersBy(t, along))
    .where(and(...suppliersWhere(context, org, filter), bandCondition(context, org, filter)))
    .orderBy(...order(context, filter.sort, filter.direction));
  const rows = await (page === undefined ? query : query.limit(page.limit).offset(page.offset));
  return rows.map(({ id }) => id);
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

/** Rows by their ids, in that order. */
export async function rowsOf(
  context: QueryContext,
  org: string,
  ids: readonly string[],
): Promise<readonly SupplierRow[]> {
  return ids.length === 0 ? [] : rowReading(context, ids.length)(org, ids);
}

/**
 * Reads rows by at most so many ids, in their order. An export does so five hundred times: prepared once, only what a row
 * shows, and by the places of its columns.
 */
function rowReading({ tables: t, read, dialect }: QueryContext, most: number) {
  const s = t.suppliers;
  const { band, score, confidence, dprk, change, previousBand, signedAt, attestation, ruleSet, edition } = s;
  const { questionnaire, driverCode, driverRule, driverPoints, driverFloor } = s;
  const { expectedRisk, floor, held, disclosed, owner, tagSet, tiers } = s;
  const selection = {
    supplier: columnsOf(t).supplier,
    summary: {
      ...{ band, score, confidence, dprk, change, previousBand, signedAt, attestation, ruleSet, edition },
      ...{ questionnaire, driverCode, driverRule, driverPoints, driverFloor },
      ...{ expectedRisk, floor, held, disclosed, owner, tagSet, tiers },
    },
  };
  const places = Array.from({ length: most }, (_, place) => `id${place}`);
  const query = read
    .select(selection)
    .from(s)
    .where(
      and(
        eq(s.org, sql.placeholder("org")),
        inArray(
          s.id,
          places.map((place) => sql.placeholder(place)),
        ),
      ),
    )
    .prepare();
  const ask = dialect.reader(query, selection, []);
  return async (org: string, ids: readonly string[]): Promise<readonly SupplierRow[]> => {
    const values: Record<string, string | undefined> = { org };
    // Places that are left over ask for the first one again.
    for (const [at, place] of places.entries()) values[place] = ids[at] ?? ids[0];
    const byId = new Map<string, SupplierRow>();
    for (const { supplier, summary } of await ask(values)) byId.set(supplier.id, rowOf(supplier, summary));
    return ids.flatMap((id) => byId.get(id) ?? []);
  };
}

type Summary = Pick<
  QueryContext["tables"]["suppliers"]["$inferSelect"],
  | (
      | "band"
      | "score"
      | "confidence"
      | "dprk"
      | "change"
      | "previousBand"
      | "signedAt"
      | "attestation"
      | "ruleSet"
      | "edition"
    )
  | ("questionnaire" | "driverCode" | "driverRule" | "driverPoints" | "driverFloor")
  | ("expectedRisk" | "floor" | "held" | "disclosed" | "owner" | "tagSet" | "tiers")
>;

function given<T>(value: T | null): T | undefined {
  return value ?? undefined;
}

function placeIn<T>(all: readonly T[], place: number | null): T | undefined {
  return place === null ? undefined : all[place];
}

type Kept = Pick<
  QueryContext["tables"]["suppliers"]["$inferSelect"],
  "org" | "id" | "ref" | "name" | "country" | "place" | "externalId" | "createdAt" | "archivedAt" | "archivedBy"
>;

function rowOf(kept: Kept, summary: Summary): SupplierRow {
  const { org, id, ref, name, country, createdAt } = kept;
  const { band, score, confidence, dprk, change, previousBand, signedAt, attestation, ruleSet, edition } = summary;
  const { questionnaire, driverCode, driverRule, driverPoints, driverFloor } = summary;
  // Every row of one shape, with nothing left out: rows of many shapes took five per cent longer in `export.csv.rows_per_s`.
  return {
    supplier: {
      ...{ org, id, ref, name, country, place: given(kept.place), externalId: given(kept.externalId), createdAt },
      ...{ archivedAt: given(kept.archivedAt), archivedBy: given(kept.archivedBy) },
    },
    score: given(score),
    band: placeIn(bands, band),
    confidence: given(confidence),
    dprk: placeIn(dprkStates, dprk),
    change: given(change),
    previousBand: placeIn(bands, previousBand),
    signedAt: given(signedAt),
    attestation: given(attestation),
    questionnaire: given(questionnaire),
    ruleSet: given(ruleSet),
    edition: given(edition),
    expected: given(summary.expectedRisk),
    driver:
      driverCode === null
        ? undefined
        : { code: driverCode, rule: given(driverRule), points: given(driverPoints), floor: driverFloor ?? false },
    floor: summary.floor ?? false,
    held: summary.held ?? false,
    disclosed: summary.disclosed ?? false,
    owner: given(summary.owner),
    tags: tagsOf(summary.tagSet),
    tiers: summary.tiers ?? [],
  };
}
