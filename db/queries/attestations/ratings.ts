import { and, desc, eq } from "drizzle-orm";
import type { Transaction } from "#db/database/transaction";
import { MissingError } from "#db/errors";
import type { QueryContext } from "#db/queries/query-context";
import { ratedColumns } from "#db/queries/suppliers/summary-columns";
import type { NewRating, Store } from "#db/store";
import { attestationStates } from "./attestation-state";

/** Inside a write: adds a rating and makes it the one that the suppliers table shows. */
export async function addRating(
  { tables: t, dialect }: QueryContext,
  tx: Transaction,
  org: string,
  added: NewRating,
): Promise<void> {
  const { id, attestation, supplier, createdAt, rating } = added;
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
  const shown = { country: rated.country, signedAt: rated.submittedAt, before: before?.rating };
  await tx
    .update(t.suppliers)
    .set(ratedColumns(added, shown))
    .where(and(eq(t.suppliers.org, org), eq(t.suppliers.id, supplier)));
}

export function ratingQueries(context: QueryContext): Store["ratings"] {
  const { tables: t, read, write } = context;
  const { stateOf } = attestationStates(context);
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
    add: ({ org, audit, ...added }) =>
      write(org, audit, async (tx) => {
        // Held first, so that it cannot be removed while it is rated.
        const { state } = await stateOf(tx, { org, id: added.attestation });
        if (state === "removed") throw new MissingError("attestation that can be rated", added.attestation);
        await addRating(context, tx, org, added);
      }),
    history: async (org, supplier) => newestFirst(org, supplier),
    async latest(org, supplier) {
      const [row] = await newestFirst(org, supplier).limit(1);
      return row;
    },
  };
}
