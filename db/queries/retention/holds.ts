import { and, asc, eq, exists, inArray, isNotNull, isNull, or, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Reader, Transaction } from "#db/database/transaction";
import { MissingError } from "#db/errors";
import type { QueryContext } from "#db/queries/query-context";
import { withoutNulls } from "#db/queries/without-nulls";
import type { RetentionTerms } from "#db/records";
import type { Store } from "#db/store";

/** That a hold keeps what is about a supplier: one of its own, or one of the whole organisation. */
export function isHeld({ tables: { legalHolds: h }, read }: QueryContext, org: string, supplier: SQLWrapper): SQL {
  return exists(
    read
      .select({ one: sql`1` })
      .from(h)
      .where(and(eq(h.org, org), isNull(h.liftedAt), or(isNull(h.supplier), eq(h.supplier, supplier)))),
  );
}

/** The ids of everything that events about held suppliers are about; `everything` when all of the organisation is held. */
export function heldSubjects({ tables: t, read }: QueryContext, org: string) {
  const { legalHolds: h, invitations: i, attestations: a, mails: m } = t;
  const suppliers = read
    .select({ id: sql<string>`${h.supplier}`.as("id") })
    .from(h)
    .where(and(eq(h.org, org), isNull(h.liftedAt), isNotNull(h.supplier)));
  const invited = and(eq(i.org, org), inArray(i.supplier, suppliers));
  const invitations = read.select({ id: i.id }).from(i).where(invited);
  const campaigns = read.select({ id: i.campaign }).from(i).where(invited);
  const attestations = read
    .select({ id: a.id })
    .from(a)
    .where(and(eq(a.org, org), inArray(a.invitation, invitations)));
  const mails = read
    .select({ id: m.id })
    .from(m)
    .where(and(eq(m.org, org), inArray(m.invitation, invitations)));
  return [suppliers, invitations, campaigns, attestations, mails];
}

/** Whether all of the organisation is held. */
export async function isAllHeld(
  { tables: { legalHolds: h } }: QueryContext,
  tx: Pick<Reader, "select">,
  org: string,
): Promise<boolean> {
  const all = and(eq(h.org, org), isNull(h.liftedAt), isNull(h.supplier));
  return (await tx.select({ id: h.id }).from(h).where(all).limit(1)).length > 0;
}

/**
 * Inside a write: the terms of an organisation, held until the write is over. Whoever removes, sets terms or places a hold goes
 * through here, so that no hold is placed while something is being removed that it would keep.
 */
export async function heldTerms(
  { tables: { retentionRules: r }, dialect }: QueryContext,
  tx: Transaction,
  org: string,
): Promise<RetentionTerms> {
  await tx.insert(r).values({ org, terms: {} }).onConflictDoNothing();
  const [row] = await dialect.locked(tx.select({ terms: r.terms }).from(r).where(eq(r.org, org)), r);
  return row?.terms ?? {};
}

export function holdQueries(
  context: QueryContext,
): Pick<Store["retention"], "terms" | "setTerms" | "holds" | "placeHold" | "liftHold"> {
  const { tables: t, read, write } = context;
  const { legalHolds: h, retentionRules: r, suppliers, organisations } = t;

  return {
    async terms(org) {
      const [row] = await read.select({ terms: r.terms }).from(r).where(eq(r.org, org));
      return row?.terms ?? {};
    },

    setTerms: ({ org, terms, audit }) =>
      write(
        org,
        (isChanged) => (isChanged ? [audit] : []),
        async (tx) => {
          const before = await heldTerms(context, tx, org);
          const isSame = (Object.keys({ ...before, ...terms }) as (keyof RetentionTerms)[]).every(
            (kind) => before[kind] === terms[kind],
          );
          if (isSame) return false;
          await tx.update(r).set({ terms }).where(eq(r.org, org));
          return true;
        },
      ),

    async holds(org, supplier) {
      const columns = {
        id: h.id,
        supplier: h.supplier,
        reason: h.reason,
        placedAt: h.placedAt,
        placedBy: h.placedBy,
      };
      const about = supplier === undefined ? undefined : or(isNull(h.supplier), eq(h.supplier, supplier));
      const rows = await read
        .select(columns)
        .from(h)
        .where(and(eq(h.org, org), isNull(h.liftedAt), about))
        .orderBy(asc(h.placedAt), asc(h.id));
      return rows.map((row) => withoutNulls(row));
    },

    async placeHold({ org, hold, audit }) {
      await write(
        org,
        (isPlaced) => (isPlaced ? [audit] : []),
        async (tx) => {
          await heldTerms(context, tx, org);
          const { supplier } = hold;
          const [there] =
            supplier === undefined
              ? await tx.select({ id: organisations.id }).from(organisations).where(eq(organisations.id, org))
              : await tx
                  .select({ id: suppliers.id })
                  .from(suppliers)
                  .where(and(eq(suppliers.org, org), eq(suppliers.id, supplier)));
          if (there === undefined) throw new MissingError("supplier", supplier ?? org);
          const placed = await tx
            .insert(h)
            .values({ ...hold, org })
            .onConflictDoNothing()
            .returning({ id: h.id });
          return placed.length > 0;
        },
      );
    },

    liftHold: ({ org, id, at, by, audit }) =>
      write(org, audit, async (tx) => {
        const [lifted] = await tx
          .update(h)
          .set({ liftedAt: at, liftedBy: by })
          .where(and(eq(h.org, org), eq(h.id, id), isNull(h.liftedAt)))
          .returning({ id: h.id });
        if (lifted === undefined) throw new MissingError("hold", id);
      }),
  };
}
