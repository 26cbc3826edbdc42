import { and, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "#db/database/transaction";
import { MissingError } from "#db/errors";
import { columnsOf } from "#db/queries/columns";
import { eraseMessagesOf } from "#db/queries/persons/messages/person-messages";
import type { QueryContext } from "#db/queries/query-context";
import type { Store } from "#db/store";
import { erasedAddress, erasedName } from "#terms/retention/erased";
import { eraseMails } from "./contact-rows";

/** Takes a colleague whom a supplier asked out, with all others of the organisation that have their address. */
export function colleagueErasure(context: QueryContext): Store["persons"]["eraseColleague"] {
  const { colleagues: c } = context.tables;
  return ({ org, id, at, audit }) =>
    context.write(
      org,
      (isDone) => (isDone ? [audit] : []),
      async (tx) => {
        const [found] = await tx
          .select({ email: c.email, erasedAt: c.erasedAt })
          .from(c)
          .where(and(eq(c.org, org), eq(c.id, id)));
        if (found === undefined) throw new MissingError("colleague", id);
        if (found.erasedAt !== null) return false;
        const emailKey = found.email.toLowerCase();
        await eraseColleagues(context, tx, { org, emailKey, at });
        await eraseMails(context, tx, org, emailKey);
        return true;
      },
    );
}

/**
 * Inside an erasure: name and address of everybody whom suppliers asked at an address, and what was written to them; their links
 * and sessions end. `emailKey`: the address in lower case.
 */
export async function eraseColleagues(
  context: QueryContext,
  tx: Transaction,
  { org, emailKey, at }: { readonly org: string; readonly emailKey: string; readonly at: Date },
): Promise<void> {
  const { colleagues: c, supplierSessions: s, approvals: p } = context.tables;
  const erased = await tx
    .update(c)
    .set({
      ...{ name: erasedName, email: erasedAddress, note: "", returnNote: null, erasedAt: at },
      withdrawnAt: sql`coalesce(${c.withdrawnAt}, ${sql.param(at, c.withdrawnAt)})`,
    })
    .where(atAddress(c, org, emailKey))
    .returning({ id: c.id });
  const ids = erased.map(({ id }) => id);
  if (ids.length === 0) return;
  await tx.delete(s).where(and(eq(s.org, org), inArray(s.colleague, ids)));
  await eraseMessagesOf(context, tx, { org, at }, ids);
  await eraseApprovals(context, tx, { org, at }, or(inArray(p.colleague, ids), inArray(p.signedBy, ids)));
}

/** Who signed, and why it was returned, in approvals: those that wait end, since nobody is left to sign or to approve them. */
async function eraseApprovals(
  { tables: { approvals: p } }: QueryContext,
  tx: Transaction,
  { org, at }: { readonly org: string; readonly at: Date },
  which: SQL | undefined,
): Promise<void> {
  await tx
    .update(p)
    .set({
      signer: { name: erasedName, job: "", sharing: "" },
      reason: null,
      outcome: sql`coalesce(${p.outcome}, 'withdrawn')`,
      endedAt: sql`coalesce(${p.endedAt}, ${sql.param(at, p.endedAt)})`,
    })
    .where(and(eq(p.org, org), which));
}

/** Colleagues at an address: only ASCII is taken for one, so that every database lowers it alike. */
export function atAddress(c: QueryContext["tables"]["colleagues"], org: string, emailKey: string): SQL | undefined {
  return and(eq(c.org, org), eq(sql`lower(${c.email})`, emailKey), isNull(c.erasedAt));
}

/** Colleagues with the attestation and the supplier that each was asked about. */
export function colleaguesWithSupplier({ tables: t, read }: QueryContext) {
  const { colleagues: c, attestations: a, invitations: i, suppliers: s } = t;
  return read
    .select({
      colleague: columnsOf(t).colleague,
      reference: a.reference,
      supplier: { id: s.id, name: s.name },
    })
    .from(c)
    .innerJoin(a, and(eq(a.org, c.org), eq(a.id, c.attestation)))
    .innerJoin(i, and(eq(i.org, c.org), eq(i.id, a.invitation)))
    .innerJoin(s, and(eq(s.org, c.org), eq(s.id, i.supplier)))
    .$dynamic();
}

/** Inside the erasure of contacts: their names as those who asked, and what they wrote. */
export async function eraseAskers(
  context: QueryContext,
  tx: Transaction,
  { org, at }: { readonly org: string; readonly at: Date },
  contacts: readonly string[],
): Promise<void> {
  const { colleagues: c, attestations: a, invitations: i, approvals: p } = context.tables;
  if (contacts.length === 0) return;
  const own = tx
    .select({ id: a.id })
    .from(a)
    .innerJoin(i, and(eq(i.org, a.org), eq(i.id, a.invitation)))
    .where(and(eq(a.org, org), inArray(i.contact, [...contacts])));
  await tx
    .update(c)
    .set({ askedBy: erasedName, note: "" })
    .where(and(eq(c.org, org), inArray(c.attestation, own)));
  await eraseApprovals(context, tx, { org, at }, and(isNull(p.signedBy), inArray(p.attestation, own)));
}
