import { and, desc, eq, isNull } from "drizzle-orm";
import type { Transaction } from "#db/database/transaction";
import type { QueryContext } from "#db/queries/query-context";
import type { NewRating } from "#db/store";
import type { RatingSummaries } from "#db/store/attestations/ratings";
import { ratedColumns, unratedAgainColumns } from "./summary-columns";

/** A supplier that the write holds, so that no rating comes in between. */
type Held = { readonly org: string; readonly supplier: string; readonly country: string };

/**
 * Inside a write that added a rating: the suppliers table shows the newest that counts, compared with the one before it.
 * `shown`: what the table shows besides the figures of the one that was added, which is the newest.
 */
export async function showAddedRating(
  context: QueryContext,
  tx: Transaction,
  held: Held,
  shown: Pick<NewRating, "driver" | "tiers">,
): Promise<void> {
  const [newest, before] = await newestTwo(context, tx, held);
  if (newest) await show(context, tx, held, columnsOf(held, { newest, before, ...shown }));
}

/**
 * Inside a write that took ratings of a supplier away, or made them count no more: the suppliers table shows the newest that
 * is left and counts, or what is expected where none is.
 */
export async function showNewestRating(
  context: QueryContext,
  tx: Transaction,
  held: Held,
  summary: RatingSummaries,
): Promise<void> {
  const [newest, before] = await newestTwo(context, tx, held);
  const columns = newest
    ? columnsOf(held, { newest, before, ...summary.rated(newest.rating) })
    : unratedAgainColumns(summary.unrated(held.country), held.country);
  await show(context, tx, held, columns);
}

/** The newest rating of what was signed and is not void, and the one before it. */
function newestTwo({ tables: t }: QueryContext, tx: Transaction, { org, supplier }: Held) {
  return tx
    .select({
      id: t.ratings.id,
      attestation: t.ratings.attestation,
      rating: t.ratings.rating,
      sector: t.ratings.sector,
      signedAt: t.attestations.submittedAt,
    })
    .from(t.ratings)
    .innerJoin(t.attestations, and(eq(t.attestations.org, t.ratings.org), eq(t.attestations.id, t.ratings.attestation)))
    .leftJoin(t.voids, and(eq(t.voids.org, t.ratings.org), eq(t.voids.attestation, t.ratings.attestation)))
    .where(and(eq(t.ratings.org, org), eq(t.ratings.supplier, supplier), isNull(t.voids.attestation)))
    .orderBy(desc(t.ratings.position))
    .limit(2);
}

type Counting = Awaited<ReturnType<typeof newestTwo>>[number];
type Shown = Pick<NewRating, "driver" | "tiers"> & { readonly newest: Counting; readonly before?: Counting };

function columnsOf({ country }: Held, { newest: { signedAt, sector, ...newest }, before, ...shown }: Shown) {
  return ratedColumns({ ...newest, ...shown }, { country, sector, signedAt, before: before?.rating });
}

async function show(
  { tables: t }: QueryContext,
  tx: Transaction,
  { org, supplier }: Held,
  columns: ReturnType<typeof ratedColumns> | ReturnType<typeof unratedAgainColumns>,
): Promise<void> {
  await tx
    .update(t.suppliers)
    .set(columns)
    .where(and(eq(t.suppliers.org, org), eq(t.suppliers.id, supplier)));
}
