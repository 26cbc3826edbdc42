import { and, count, eq, type SQL, sql } from "drizzle-orm";
import type { QueryContext } from "#db/queries/query-context";
import { membersOf } from "#db/queries/suppliers/comparisons";
import { suppliersWhere } from "#db/queries/suppliers/supplier-conditions";
import { chooseCountIndex } from "#db/queries/suppliers/table/index-choice";
import type { SupplierFilter } from "#db/supplier-table";
import type { TableBand } from "#terms/bands";
import { bands } from "#terms/bands";

/** The places of those without a rating and of the archived ones, beside the ranks of `bands`. */
const unrated = -1;
const archived = -2;

export type BandCounts = Readonly<Record<TableBand, number>>;

/** The distribution of all suppliers of an organisation over bands, and how many are archived besides. */
export async function countAll(
  { tables: { supplierCounts: c }, read }: QueryContext,
  org: string,
): Promise<{ readonly byBand: BandCounts; readonly archived: number }> {
  const rows = await read.select({ band: c.band, suppliers: c.suppliers }).from(c).where(eq(c.org, org));
  const of = (band: number) => rows.find((row) => row.band === band)?.suppliers ?? 0;
  const byBand = { low: of(0), medium: of(1), high: of(2), critical: of(3), none: of(unrated) };
  return { byBand, archived: of(archived) };
}

/** Suppliers that are asked in a campaign. */
export async function countMembers({ tables: t, read }: QueryContext, org: string, campaign: string): Promise<number> {
  const [row] = await read
    .select({ members: count() })
    .from(t.campaignSuppliers)
    .where(membersOf(t, org, campaign));
  return row?.members ?? 0;
}

/** The distribution over bands under a filter without its `bands`. */
export async function countBands(context: QueryContext, org: string, filter: SupplierFilter): Promise<BandCounts> {
  const { tables: t, dialect } = context;
  const along = chooseCountIndex(filter);
  if (along === "rating") return countAlongRating(context, and(...suppliersWhere(context, org, filter)));
  if (along !== "campaign")
    return countOver(context, dialect.suppliersBy(t, along), suppliersWhere(context, org, filter));
  const { campaign = "", ...others } = filter;
  return countOver(context, dialect.membersThenSuppliers(t), [
    membersOf(t, org, campaign),
    ...suppliersWhere(context, org, others),
  ]);
}

/** Grouped without sorting, because this index holds the bands one after the other. */
async function countAlongRating(
  { tables: t, read, dialect }: QueryContext,
  where: SQL | undefined,
): Promise<BandCounts> {
  const rows = await read
    .select({ band: sql<number | null>`${t.suppliers.band}`, suppliers: count() })
    .from(dialect.suppliersBy(t, "rating"))
    .where(where)
    .groupBy(t.suppliers.band);
  const of = (band: number | null) => rows.find((row) => row.band === band)?.suppliers ?? 0;
  return { low: of(0), medium: of(1), high: of(2), critical: of(3), none: of(null) };
}

/** Added up in passing: grouping would sort all that is found first, which takes longer than finding it. */
async function countOver(
  { tables: t, read }: QueryContext,
  from: SQL,
  where: readonly (SQL | undefined)[],
): Promise<BandCounts> {
  const rated = (rank: number) => sql`count(*) filter (where ${eq(t.suppliers.band, rank)})`.mapWith(Number);
  const [row] = await read
    .select({ all: count(), low: rated(0), medium: rated(1), high: rated(2), critical: rated(3) })
    .from(from)
    .where(and(...where));
  if (row === undefined) throw new Error("a sum without groups is always one row");
  const { all, ...byBand } = row;
  return { ...byBand, none: all - byBand.low - byBand.medium - byBand.high - byBand.critical };
}

/** How many suppliers these bands hold; without any named, all. */
export function sumOf(byBand: BandCounts, only?: readonly TableBand[]): number {
  const wanted = only?.length ? new Set(only) : undefined;
  return ([...bands, "none"] as const).reduce(
    (sum, band) => sum + (wanted === undefined || wanted.has(band) ? byBand[band] : 0),
    0,
  );
}
