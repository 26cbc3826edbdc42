import { and, desc, eq } from "drizzle-orm";
import { MissingError } from "#db/errors";
import type { Ground } from "#db/queries/ground";
import { bands, dprkStates } from "#db/queries/suppliers/ranks";
import type { NewRating, Store } from "#db/store";

/** Inside a write: adds a rating and makes it the one that the suppliers table shows. */
export function addRating({ tables: t, writer }: Ground, org: string, added: NewRating): void {
  const { id, attestation, supplier, createdAt, rating, driver, tiers } = added;
  const rated = writer
    .select({ submittedAt: t.attestations.submittedAt })
    .from(t.attestations)
    .innerJoin(
      t.invitations,
      and(eq(t.invitations.org, t.attestations.org), eq(t.invitations.id, t.attestations.invitation)),
    )
    .where(and(eq(t.attestations.org, org), eq(t.attestations.id, attestation), eq(t.invitations.supplier, supplier)))
    .get();
  if (rated === undefined) throw new MissingError("attestation of this supplier", attestation);
  const before = writer
    .select({ position: t.ratings.position, rating: t.ratings.rating })
    .from(t.ratings)
    .where(and(eq(t.ratings.org, org), eq(t.ratings.supplier, supplier)))
    .orderBy(desc(t.ratings.position))
    .limit(1)
    .get();

  writer
    .insert(t.ratings)
    .values({ org, id, supplier, attestation, createdAt, rating, position: (before?.position ?? 0) + 1 })
    .run();
  writer
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
      tiers,
      tierSet: `|${[...new Set(tiers.map(({ tier }) => tier))].join("|")}|`,
      change: before === undefined ? null : hundredths(rating.score - before.rating.score),
      previousBand: before === undefined ? null : bands.indexOf(before.rating.band),
      signedAt: rated.submittedAt,
      attestation,
      rating: id,
      questionnaire: rating.questionnaire.id,
      ruleSet: rating.ruleSet.id,
      edition: rating.edition.id,
    })
    .where(and(eq(t.suppliers.org, org), eq(t.suppliers.id, supplier)))
    .run();
}

/** Scores have two decimals; their difference must not show the rest of binary arithmetic. */
function hundredths(points: number): number {
  return Math.round(points * 100) / 100;
}

export function ratingQueries(ground: Ground): Store["ratings"] {
  const { tables: t, read, write } = ground;
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
    add: ({ org, audit, ...added }) => write(org, audit, () => addRating(ground, org, added)),
    history: async (org, supplier) => newestFirst(org, supplier),
    async latest(org, supplier) {
      const [row] = await newestFirst(org, supplier).limit(1);
      return row;
    },
  };
}
