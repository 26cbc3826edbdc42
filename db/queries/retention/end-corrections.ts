import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "#db/database/transaction";
import type { QueryContext } from "#db/queries/query-context";

/**
 * Inside the removal of what was signed: whoever is asked to correct it is not asked any more. What they signed meanwhile
 * stays.
 */
export async function endCorrections(
  { tables: t }: QueryContext,
  tx: Transaction,
  { org, attestation, at }: { readonly org: string; readonly attestation: string; readonly at: Date },
): Promise<void> {
  const { returns: r, attestations: a, invitations: i, links } = t;
  const asked = await tx
    .select({ id: a.invitation })
    .from(r)
    .innerJoin(a, and(eq(a.org, r.org), eq(a.id, r.correction)))
    .where(and(eq(r.org, org), eq(r.attestation, attestation), eq(a.state, "open")));
  const ids = asked.map(({ id }) => id);
  if (ids.length === 0) return;
  await tx
    .update(i)
    .set({ state: "withdrawn" })
    .where(and(eq(i.org, org), inArray(i.id, ids)));
  await tx
    .update(links)
    .set({ state: "revoked", changedAt: at })
    .where(and(eq(links.org, org), inArray(links.invitation, ids), eq(links.state, "active")));
}
