import { and, desc, eq, isNull } from "drizzle-orm";
import type { Transaction } from "#db/database/transaction";
import { MissingError } from "#db/errors";
import type { QueryContext } from "#db/queries/query-context";
import { noRating, nothingExpected, tierColumns, unratedColumns } from "#db/queries/suppliers/summary-columns";
import type { NewRating, Store } from "#db/store";
import type { RatingSummaries } from "#db/store/attestations/ratings";
import { bands } from "#terms/bands";
import { dprkStates } from "#terms/dprk-states";
import { roundPoints } from "#terms/points";

type Rated = { readonly org: string; readonly attestation: string; readonly supplier: string };
type Supplier = { readonly org: string; readonly supplier: string; readonly country: string };

/**
 * Inside a write: the supplier of an attestation, held until it is over, so that no two writes choose its rating at once.
 * Throws MissingError where it is not the supplier of it.
 */
export async function heldRated(
  { tables: t, dialect }: QueryContext,
  tx: Transaction,
  { org, attestation, supplier }: Rated,
): Promise<{ readonly country: string }> {
  const [held] = await dialect.locked(
    tx
      .select({ country: t.suppliers.country })
      .from(t.attestations)
      .innerJoin(
        t.invitations,
        and(eq(t.invitations.org, t.attestations.org), eq(t.invitations.id, t.attestations.invitation)),
      )
      .innerJoin(t.suppliers, and(eq(t.suppliers.org, t.invitations.org), eq(t.suppliers.id, t.invitations.supplier)))
      .where(and(eq(t.attestations.org, org), eq(t.attestations.id, attestation), eq(t.suppliers.id, supplier))),
    t.suppliers,
  );
  if (held === undefined) throw new MissingError("attestation of this supplier", attestation);
  return held;
}

/**
 * Inside a write: adds a rating and makes it the one that the suppliers table shows. Throws MissingError, also where
 * what was signed is void.
 */
export async function addRating(
  context: QueryContext,
  tx: Transaction,
  org: string,
  { id, attestation, supplier, createdAt, rating, driver, tiers }: NewRating,
): Promise<void> {
  const { tables: t } = context;
  const { country } = await heldRated(context, tx, { org, attestation, supplier });
  const [voided] = await tx
    .select({ at: t.voids.voidedAt })
    .from(t.voids)
    .where(and(eq(t.voids.org, org), eq(t.voids.attestation, attestation)));
  if (voided !== undefined) throw new MissingError("attestation that is not void", attestation);
  const [last] = await tx
    .select({ position: t.ratings.position })
    .from(t.ratings)
    .where(and(eq(t.ratings.org, org), eq(t.ratings.supplier, supplier)))
    .orderBy(desc(t.ratings.position))
    .limit(1);
  await tx
    .insert(t.ratings)
    .values({ org, id, supplier, attestation, createdAt, rating, position: (last?.position ?? 0) + 1 });
  const own = { org, supplier, country };
  const [newest, before] = await newestTwo(context, tx, own);
  if (newest) await showRating(context, tx, own, { newest, before, driver, tiers });
}

/** Inside a write that holds the supplier: makes the suppliers table show what counts of it now. */
export async function showNewestRating(
  context: QueryContext,
  tx: Transaction,
  own: Supplier,
  summary: RatingSummaries,
): Promise<void> {
  const { tables: t } = context;
  const [newest, before] = await newestTwo(context, tx, own);
  if (newest) return showRating(context, tx, own, { newest, before, ...summary.rated(newest.rating) });
  await tx
    .update(t.suppliers)
    .set({ ...noRating, ...unratedColumns(summary.unrated(own.country), own.country) })
    .where(and(eq(t.suppliers.org, own.org), eq(t.suppliers.id, own.supplier)));
}

/** The newest rating of what was signed and is not void, and the one before it. */
function newestTwo({ tables: t }: QueryContext, tx: Transaction, { org, supplier }: Supplier) {
  return tx
    .select({
      id: t.ratings.id,
      attestation: t.ratings.attestation,
      rating: t.ratings.rating,
      submittedAt: t.attestations.submittedAt,
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

async function showRating(
  { tables: t }: QueryContext,
  tx: Transaction,
  { org, supplier, country }: Supplier,
  { newest: { id, attestation, rating, submittedAt }, before, driver, tiers }: Shown,
): Promise<void> {
  await tx
    .update(t.suppliers)
    .set({
      band: bands.indexOf(rating.band),
      score: rating.score,
      floor: rating.floor !== null,
      held: rating.band !== rating.scoreBand,
      confidence: rating.confidence,
      driverCode: driver?.code ?? null,
      driverRule: driver?.rule ?? null,
      driverPoints: driver?.points ?? null,
      driverFloor: driver?.floor ?? null,
      dprk: dprkStates.indexOf(rating.dprkLabour),
      disclosed: rating.disclosed,
      ...tierColumns(tiers, country),
      ...nothingExpected,
      change: before === undefined ? null : roundPoints(rating.score - before.rating.score),
      previousBand: before === undefined ? null : bands.indexOf(before.rating.band),
      signedAt: submittedAt,
      attestation,
      rating: id,
      questionnaire: rating.questionnaire.id,
      ruleSet: rating.ruleSet.id,
      edition: rating.edition.id,
    })
    .where(and(eq(t.suppliers.org, org), eq(t.suppliers.id, supplier)));
}

export function ratingQueries(context: QueryContext): Store["ratings"] {
  const { tables: t, read, write } = context;
  const ratingsOf = () =>
    read
      .select({
        id: t.ratings.id,
        attestation: t.ratings.attestation,
        createdAt: t.ratings.createdAt,
        rating: t.ratings.rating,
        voidedAt: t.voids.voidedAt,
      })
      .from(t.ratings)
      .leftJoin(t.voids, and(eq(t.voids.org, t.ratings.org), eq(t.voids.attestation, t.ratings.attestation)));
  type Row = Awaited<ReturnType<typeof ratingsOf>>[number];
  const own = (org: string, supplier: string) => and(eq(t.ratings.org, org), eq(t.ratings.supplier, supplier));
  const ratingOf = ({ voidedAt, ...rating }: Row) => ({ ...rating, isVoid: voidedAt !== null });

  return {
    add: ({ org, audit, ...added }) => write(org, audit, (tx) => addRating(context, tx, org, added)),
    async history(org, supplier) {
      const rows = await ratingsOf().where(own(org, supplier)).orderBy(desc(t.ratings.position));
      return rows.map(ratingOf);
    },
    async latest(org, supplier) {
      const [row] = await ratingsOf()
        .where(and(own(org, supplier), isNull(t.voids.attestation)))
        .orderBy(desc(t.ratings.position))
        .limit(1);
      return row && ratingOf(row);
    },
  };
}
