import { and, desc, eq, inArray, isNull, type SQL } from "drizzle-orm";
import type { Transaction } from "#db/database/transaction";
import { ConflictError, MissingError } from "#db/errors";
import { columnsOf } from "#db/queries/columns";
import type { QueryContext } from "#db/queries/query-context";
import { rankReview } from "#db/queries/reviews/open-review";
import { madeRatings } from "#db/queries/rules/made-ratings";
import { figureQueries, ratingFigures } from "#db/queries/suppliers/counts/rating-figures";
import { showAddedRating } from "#db/queries/suppliers/newest-rating";
import { withoutNulls } from "#db/queries/without-nulls";
import type { NewRating, Store } from "#db/store";
import { attestationStates } from "./attestation-state";

type Rated = { readonly org: string; readonly attestation: string; readonly supplier: string };

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
 * what was signed is void, and ConflictError where `after` is not the newest any more.
 */
export async function addRating(
  context: QueryContext,
  tx: Transaction,
  org: string,
  { id, attestation, supplier, createdAt, rating, cause, given, after, sector, driver, tiers, rerating }: NewRating,
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
  if (after !== undefined) await requireNewest(context, tx, { org, supplier, after });
  const position = (last?.position ?? 0) + 1;
  await tx.insert(t.ratings).values({
    ...{ org, id, supplier, attestation, createdAt, rating, cause, given, sector, position },
    ...{ ruleSet: rating.ruleSet.id, edition: rating.edition.id },
    ...(rerating && { rerating: rerating.id, moved: rerating.moved }),
  });
  await tx
    .insert(t.ratingFigures)
    .values(ratingFigures({ org, id, supplier, attestation, createdAt, rating, position }));
  await showAddedRating(context, tx, { org, supplier, country }, { driver, tiers });
  await rankReview(context, tx, { org, attestation, rating });
}

/** Throws ConflictError where a rating is not the newest one that counts. */
async function requireNewest(
  { tables: t }: QueryContext,
  tx: Transaction,
  { org, supplier, after }: { readonly org: string; readonly supplier: string; readonly after: string },
): Promise<void> {
  const rows = await tx
    .select({ id: t.ratings.id, position: t.ratings.position })
    .from(t.ratings)
    .leftJoin(t.voids, and(eq(t.voids.org, t.ratings.org), eq(t.voids.attestation, t.ratings.attestation)))
    .where(and(eq(t.ratings.org, org), eq(t.ratings.supplier, supplier), isNull(t.voids.attestation)))
    .orderBy(desc(t.ratings.position))
    .limit(1);
  const [newest] = rows;
  if (newest?.id !== after) throw new ConflictError(-1, newest?.position ?? 0);
}

export function ratingQueries(context: QueryContext): Store["ratings"] {
  const { tables: t, read, write } = context;
  const { stateOf } = attestationStates(context);
  const ratingsOf = () =>
    read
      .select({
        id: t.ratings.id,
        attestation: t.ratings.attestation,
        createdAt: t.ratings.createdAt,
        rating: t.ratings.rating,
        cause: t.ratings.cause,
        given: t.ratings.given,
        voidedAt: t.voids.voidedAt,
      })
      .from(t.ratings)
      .leftJoin(t.voids, and(eq(t.voids.org, t.ratings.org), eq(t.voids.attestation, t.ratings.attestation)));
  type Row = Awaited<ReturnType<typeof ratingsOf>>[number];
  const own = (org: string, supplier: string) => and(eq(t.ratings.org, org), eq(t.ratings.supplier, supplier));
  const ratingOf = ({ voidedAt, ...rating }: Row) => ({ ...withoutNulls(rating), isVoid: voidedAt !== null });

  async function newestWhere(where: SQL | undefined) {
    const [row] = await ratingsOf()
      .where(and(where, isNull(t.voids.attestation)))
      .orderBy(desc(t.ratings.position))
      .limit(1);
    return row && ratingOf(row);
  }

  return {
    add: ({ org, audit, ...added }) =>
      write(org, audit, async (tx) => {
        // Held first, so that it cannot be removed while it is rated.
        const { state } = await stateOf(tx, { org, id: added.attestation });
        if (state === "removed") throw new MissingError("attestation that can be rated", added.attestation);
        await addRating(context, tx, org, added);
      }),
    async history(org, supplier) {
      const rows = await ratingsOf().where(own(org, supplier)).orderBy(desc(t.ratings.position));
      return rows.map(ratingOf);
    },
    ofAttestation: (org, supplier, attestation) =>
      newestWhere(and(own(org, supplier), eq(t.ratings.attestation, attestation))),
    latest: (org, supplier) => newestWhere(own(org, supplier)),
    async newest(org, suppliers) {
      // Which one counts is kept on the supplier by the write of each rating, and by that of each void.
      const { id, attestation, createdAt, rating, cause, given } = t.ratings;
      const { expectedRisk, signedAt } = t.suppliers;
      const rows = await read
        .select({
          supplier: columnsOf(t).supplier,
          newest: { id, attestation, createdAt, rating, cause, given },
          signedAt,
          expectedRisk,
        })
        .from(t.suppliers)
        .leftJoin(t.ratings, and(eq(t.ratings.org, t.suppliers.org), eq(t.ratings.id, t.suppliers.rating)))
        .where(and(eq(t.suppliers.org, org), inArray(t.suppliers.id, [...suppliers])));
      return rows.map(({ supplier, newest, signedAt, expectedRisk }) => ({
        supplier: withoutNulls(supplier),
        ...(newest && { newest: { ...withoutNulls(newest), isVoid: false } }),
        ...(signedAt && { signedAt }),
        ...(expectedRisk && { expected: expectedRisk }),
      }));
    },
    made: (org, filter, part) => madeRatings(context, org, filter, part),
    ...figureQueries(context),
  };
}
