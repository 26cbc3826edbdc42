import { and, count, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { voidOf } from "#db/queries/attestations/attestation-details";
import type { QueryContext } from "#db/queries/query-context";
import { isNotArchived } from "#db/queries/suppliers/marks/archived";
import type { Coverage } from "#db/store/campaigns/campaigns";

/** Who was asked and who answered, by campaign and by the country of the supplier. */
export async function campaignCoverage({ tables: t, read }: QueryContext, org: string): Promise<readonly Coverage[]> {
  const answered = and(isNotNull(t.attestations.submittedAt), isNull(t.voids.attestation));
  return read
    .select({
      campaign: t.invitations.campaign,
      country: t.suppliers.country,
      asked: count(),
      answered: sql`count(*) filter (where ${answered})`.mapWith(Number),
    })
    .from(t.invitations)
    .innerJoin(t.suppliers, and(eq(t.suppliers.org, t.invitations.org), eq(t.suppliers.id, t.invitations.supplier)))
    .innerJoin(
      t.attestations,
      and(eq(t.attestations.org, t.invitations.org), eq(t.attestations.invitation, t.invitations.id)),
    )
    .leftJoin(t.voids, voidOf(t))
    .where(and(eq(t.invitations.org, org), eq(t.invitations.correction, 0), isNotArchived(t)))
    .groupBy(t.invitations.campaign, t.suppliers.country);
}
