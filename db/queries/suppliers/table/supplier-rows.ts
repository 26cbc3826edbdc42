import { and, eq, getTableColumns, inArray, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { QueryContext } from "#db/queries/query-context";
import { tagsOf } from "#db/queries/suppliers/marks/tag-sets";
import type { RowPart, SupplierRow } from "#db/supplier-table";
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

type Columns = QueryContext["tables"]["suppliers"]["$inferSelect"];

/** Who a supplier is: in every row. */
const who = ["id", "ref", "name", "country", "place", "externalId"] as const;
/** What else is known of it: in whole rows. */
const dates = ["createdAt", "archivedAt", "archivedBy"] as const;
/** In which columns the parts of a row are kept. */
const partColumns = {
  score: ["score"],
  band: ["band"],
  floor: ["floor"],
  held: ["held"],
  confidence: ["confidence"],
  driver: ["driverCode", "driverRule", "driverPoints", "driverFloor"],
  questionnaire: ["questionnaire"],
  ruleSet: ["ruleSet"],
  edition: ["edition"],
  dprk: ["dprk"],
  disclosed: ["disclosed"],
  expected: ["expectedRisk"],
  owner: ["owner"],
  tags: ["tagSet"],
  tiers: ["tiers"],
  change: ["change"],
  previousBand: ["previousBand"],
  signedAt: ["signedAt"],
  attestation: ["attestation"],
} as const satisfies Record<RowPart, readonly (keyof Columns)[]>;

type Who = (typeof who)[number] | (typeof dates)[number];
type Part = (typeof partColumns)[RowPart][number];
/** A part that was not asked for has no columns. */
type Kept = Pick<Columns, Who> & Partial<Pick<Columns, Part>>;

const allParts = Object.keys(partColumns) as RowPart[];

/**
 * Reads rows by at most so many keys, in their order. An export does so a thousand times: prepared once, only what a row
 * shows, and by the places of its columns. With `parts` only these and who it is are read, and the row has nothing else.
 */
export function rowReading<Key extends string | number>(
  { tables: t, read, dialect }: QueryContext,
  most: number,
  { key, has }: Found<Key>,
  parts?: readonly RowPart[],
) {
  const s = t.suppliers;
  const chosen = new Set<string>([...who, ...(parts ?? allParts).flatMap((part) => partColumns[part])]);
  if (parts === undefined) for (const name of dates) chosen.add(name);
  // Which columns are there is known only here: whoever gave `parts` sees no others in the type.
  const columns = Object.fromEntries(Object.entries(getTableColumns(s)).filter(([name]) => chosen.has(name))) as Pick<
    typeof s,
    Who | Part
  >;
  const selection = { key, columns };
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
    for (const row of await ask(values)) found.set(row.key, rowOf(org, row.columns));
    return keys.flatMap((one) => found.get(one) ?? []);
  };
}

function given<T>(value: T | null | undefined): T | undefined {
  return value ?? undefined;
}

function placeIn<T>(all: readonly T[], place: number | null | undefined): T | undefined {
  return place === null || place === undefined ? undefined : all[place];
}

function rowOf(org: string, kept: Kept): SupplierRow {
  const { id, ref, name, country, createdAt } = kept;
  const { band, score, confidence, dprk, change, previousBand, signedAt, attestation, ruleSet, edition } = kept;
  const { questionnaire, driverCode, driverRule, driverPoints, driverFloor } = kept;
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
    expected: given(kept.expectedRisk),
    driver:
      driverCode === null || driverCode === undefined
        ? undefined
        : { code: driverCode, rule: given(driverRule), points: given(driverPoints), floor: driverFloor ?? false },
    floor: kept.floor ?? false,
    held: kept.held ?? false,
    disclosed: kept.disclosed ?? false,
    owner: given(kept.owner),
    tags: tagsOf(kept.tagSet ?? null),
    tiers: kept.tiers ?? [],
  };
}
