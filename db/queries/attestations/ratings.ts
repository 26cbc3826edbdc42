import { and, desc, eq } from "drizzle-orm";
import type { Transaction } from "#db/database/transaction";
import { MissingError } from "#db/errors";
import type { QueryContext } from "#db/queries/query-context";
import { nothingExpected, tierColumns } from "#db/queries/suppliers/summary-columns";
import type { NewRating, Store } from "#db/store";
import { bands } from "#terms/bands";
import { dprkStates } from "#terms/dprk-states";
import { roundPoints } from "#terms/points";

/** Inside a write: adds a rating and makes it the one that the suppliers table shows. */
export async function addRating(
  { tables: t, dialect }: QueryContext,
  tx: Transaction,
  org: string,
  added: NewRating,
): Promise<void> {
  const { id, attestation, supplier, createdAt, rating, driver, tiers } = added;
  // The supplier is held: two ratings at once would both take the next position.
  const [rated] = await dialect.locked(
    tx
      .select({ submittedAt: t.attestations.submittedAt, country: t.suppliers.country })
      .from(t.attestations)
      .innerJoin(
        t.invitations,
        and(eq(t.invitations.org, t.attestations.org), eq(t.invitations.id, t.attestations.invitation)),
      )
      .innerJoin(t.suppliers, and(eq(t.suppliers.org, t.invitations.org), eq(t.suppliers.id, t.invitations.supplier)))
      .where(and(eq(t.attestations.org, org), eq(t.attestations.id, attestation), eq(t.suppliers.id, supplier))),
    t.suppliers,
  );
  if (rated === undefined) throw new MissingError("attestation of this supplier", attestation);
  const [before] = await tx
    .select({ position: t.ratings.position, rating: t.ratings.rating })
    .from(t.ratings)
    .where(and(eq(t.ratings.org, org), eq(t.ratings.supplier, supplier)))
    .orderBy(desc(t.ratings.position))
    .limit(1);

  await tx
    .insert(t.ratings)
    .values({ org, id, supplier, attestation, createdAt, rating, position: (before?.position ?? 0) + 1 });
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
      ...tierColumns(tiers, rated.country),
      ...nothingExpected,
      change: before === undefined ? null : roundPoints(rating.score - before.rating.score),
      previousBand: before === undefined ? null : bands.indexOf(before.rating.band),
      signedAt: rated.submittedAt,
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
  const newestFirst = (org: string, supplier: string) =>
    read
      .select({
        id: t.ratings.id,
        attestation: t.ratings.attestation,
        createdAt: t.ratings.createdAt,
        rating: t.ratings.rating,
      })
      .from(t.ratings)
      .where(and(eq(t.ratings.org, org), eq(t.ratings.supplier, supplier)))
      .orderBy(desc(t.ratings.position));

  return {
    add: ({ org, audit, ...added }) => write(org, audit, (tx) => addRating(context, tx, org, added)),
    history: async (org, supplier) => newestFirst(org, supplier),
    async latest(org, supplier) {
      const [row] = await newestFirst(org, supplier).limit(1);
      return row;
    },
  };
}
