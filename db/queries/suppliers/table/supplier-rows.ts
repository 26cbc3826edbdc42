import { and, eq, inArray, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { columnsOf } from "#db/queries/columns";
import type { QueryContext } from "#db/queries/query-context";
import { tagsOf } from "#db/queries/suppliers/marks/tag-sets";
import type { SupplierRow } from "#db/supplier-table";
import { bands } from "#terms/bands";
import { dprkStates } from "#terms/dprk-states";

/** Rows by their ids, in that order. */
export async function rowsOf(
  context: QueryContext,
  org: string,
  ids: readonly string[],
): Promise<readonly SupplierRow[]> {
  return ids.length === 0 ? [] : rowReading(context, ids.length, byId(context))(org, ids);
}

/** What rows are found by: their ids, or what the database has of its own for as long as a read goes on. */
type Found<Key> = {
  readonly key: SQL<Key>;
  readonly has: (org: SQLWrapper, keys: readonly SQLWrapper[]) => SQL | undefined;
};

function byId({ tables: { suppliers: s } }: QueryContext): Found<string> {
  return {
    key: sql<string>`${s.id}`.mapWith(s.id),
    has: (org, ids) => and(eq(s.org, org), inArray(sql`${s.id}`, [...ids])),
  };
}

/** For an export, which reads a hundred thousand. */
export function byRowKey({ tables: t, dialect }: QueryContext): Found<string | number> {
  return { key: dialect.rowKey(t), has: (org, keys) => dialect.hasRowKey(t, org, keys) };
}

/**
 * Reads rows by at most so many keys, in their order. An export does so a thousand times: prepared once, only what a row
 * shows, and by the places of its columns.
 */
export function rowReading<Key extends string | number>(
  { tables: t, read, dialect }: QueryContext,
  most: number,
  { key, has }: Found<Key>,
) {
  const s = t.suppliers;
  const { band, score, confidence, dprk, change, previousBand, signedAt, attestation, ruleSet, edition } = s;
  const { questionnaire, driverCode, driverRule, driverPoints, driverFloor } = s;
  const { expectedRisk, floor, held, disclosed, owner, tagSet, tiers } = s;
  // Every row is of the organisation that was asked for.
  const { org: _, ...supplier } = columnsOf(t).supplier;
  const selection = {
    key,
    supplier,
    summary: {
      ...{ band, score, confidence, dprk, change, previousBand, signedAt, attestation, ruleSet, edition },
      ...{ questionnaire, driverCode, driverRule, driverPoints, driverFloor },
      ...{ expectedRisk, floor, held, disclosed, owner, tagSet, tiers },
    },
  };
  const places = Array.from({ length: most }, (_, place) => `key${place}`);
  const asked = has(
    sql`${sql.placeholder("org")}`,
    places.map((place) => sql`${sql.placeholder(place)}`),
  );
  const ask = dialect.reader(read.select(selection).from(s).where(asked).prepare(), selection, []);
  return async (org: string, keys: readonly Key[]): Promise<readonly SupplierRow[]> => {
    const values: Record<string, string | number | undefined> = { org };
    // Places that are left over ask for the first one again.
    for (const [at, place] of places.entries()) values[place] = keys[at] ?? keys[0];
    const found = new Map<string | number, SupplierRow>();
    for (const row of await ask(values)) found.set(row.key, rowOf(org, row.supplier, row.summary));
    return keys.flatMap((one) => found.get(one) ?? []);
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
  "id" | "ref" | "name" | "country" | "place" | "externalId" | "createdAt" | "archivedAt" | "archivedBy"
>;

function rowOf(org: string, kept: Kept, summary: Summary): SupplierRow {
  const { id, ref, name, country, createdAt } = kept;
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
