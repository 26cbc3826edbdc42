import { and, asc, eq, gte, sql } from "drizzle-orm";
import type { QueryContext } from "#db/queries/query-context";
import type { MadeRating, MadeRatingFilter } from "#db/store/attestations/ratings";

/** Ratings as they were made, the oldest first; those after one of them. */
export async function madeRatings(
  { tables: t, read }: QueryContext,
  org: string,
  { supplier, ruleSet, edition, since }: MadeRatingFilter,
  { after, most }: { readonly after?: string; readonly most: number },
): Promise<readonly MadeRating[]> {
  const r = t.ratings;
  const place = read
    .select({ createdAt: r.createdAt, id: r.id })
    .from(r)
    .where(and(eq(r.org, org), eq(r.id, after ?? "")));
  const rows = await read
    .select({
      ...{ id: r.id, supplier: r.supplier, attestation: r.attestation, createdAt: r.createdAt, rating: r.rating },
      ...{ newest: t.suppliers.rating, voidedAt: t.voids.voidedAt },
    })
    .from(r)
    .innerJoin(t.suppliers, and(eq(t.suppliers.org, r.org), eq(t.suppliers.id, r.supplier)))
    .leftJoin(t.voids, and(eq(t.voids.org, r.org), eq(t.voids.attestation, r.attestation)))
    .where(
      and(
        eq(r.org, org),
        supplier === undefined ? undefined : eq(r.supplier, supplier),
        ruleSet === undefined ? undefined : eq(r.ruleSet, ruleSet),
        edition === undefined ? undefined : eq(r.edition, edition),
        since && gte(r.createdAt, since),
        after === undefined ? undefined : sql`(${r.createdAt}, ${r.id}) > (${place})`,
      ),
    )
    .orderBy(asc(r.createdAt), asc(r.id))
    .limit(most);
  return rows.map(({ newest, voidedAt, ...row }) => ({
    ...{ ...row, isNewest: row.id === newest, isVoid: voidedAt !== null },
  }));
}
