import { and, desc, eq, isNull } from "drizzle-orm";
import type { Transaction } from "#db/database/transaction";
import type { QueryContext } from "#db/queries/query-context";
import type { RatingFallback } from "#db/store";
import { ratedColumns, unratedAgainColumns } from "./summary-columns";

/**
 * Inside a write that took ratings of a supplier away: the suppliers table shows the newest that is left and counts, compared
 * with the one before it, or what is expected where none is. Ratings of what was voided do not count.
 */
export async function showNewestRating(
  { tables: t, dialect }: QueryContext,
  tx: Transaction,
  { org, id, fallback }: { readonly org: string; readonly id: string; readonly fallback: RatingFallback },
): Promise<void> {
  const own = and(eq(t.suppliers.org, org), eq(t.suppliers.id, id));
  // Held, so that no rating comes in between.
  const [supplier] = await dialect.locked(
    tx.select({ country: t.suppliers.country }).from(t.suppliers).where(own),
    t.suppliers,
  );
  if (supplier === undefined) return;
  const { country } = supplier;
  const [newest, before] = await tx
    .select({
      id: t.ratings.id,
      attestation: t.ratings.attestation,
      createdAt: t.ratings.createdAt,
      rating: t.ratings.rating,
      signedAt: t.attestations.submittedAt,
    })
    .from(t.ratings)
    .innerJoin(t.attestations, and(eq(t.attestations.org, t.ratings.org), eq(t.attestations.id, t.ratings.attestation)))
    .leftJoin(t.voids, and(eq(t.voids.org, t.ratings.org), eq(t.voids.attestation, t.ratings.attestation)))
    .where(and(eq(t.ratings.org, org), eq(t.ratings.supplier, id), isNull(t.voids.attestation)))
    .orderBy(desc(t.ratings.position))
    .limit(2);
  const columns =
    newest === undefined
      ? unratedAgainColumns(fallback.expectationOf({ country }), country)
      : ratedColumns(fallback.summaryOf(id, newest), { country, signedAt: newest.signedAt, before: before?.rating });
  await tx.update(t.suppliers).set(columns).where(own);
}
