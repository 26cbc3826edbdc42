import { and, eq, sql } from "drizzle-orm";
import { LockedError, MissingError } from "#db/errors";
import type { Ground } from "#db/queries/ground";

export type AttestationKey = { readonly org: string; readonly id: string };

/** How an attestation stands, asked inside a write, because it may change any moment. */
export function standings({ tables: t, writer }: Ground) {
  const one = and(eq(t.attestations.org, sql.placeholder("org")), eq(t.attestations.id, sql.placeholder("id")));
  const standing = writer
    .select({
      state: t.attestations.state,
      revision: t.attestations.revision,
      supplier: t.invitations.supplier,
      invitation: t.invitations.state,
      campaign: t.campaigns.state,
    })
    .from(t.attestations)
    .innerJoin(
      t.invitations,
      and(eq(t.invitations.org, t.attestations.org), eq(t.invitations.id, t.attestations.invitation)),
    )
    .innerJoin(t.campaigns, and(eq(t.campaigns.org, t.attestations.org), eq(t.campaigns.id, t.invitations.campaign)))
    .where(one)
    .prepare();
  const countChange = writer
    .update(t.attestations)
    .set({ revision: sql`${sql.placeholder("order")}`, savedAt: sql`${sql.placeholder("at")}` })
    .where(one)
    .prepare();

  function standingOf(key: AttestationKey) {
    const found = standing.get(key);
    if (found === undefined) throw new MissingError("attestation", key.id);
    return found;
  }
  return {
    standingOf,
    /** Throws LockedError unless answers and documents are still taken. */
    openStanding(key: AttestationKey) {
      const found = standingOf(key);
      if (found.state === "submitted") throw new LockedError("submitted");
      if (found.invitation !== "invited") throw new LockedError(found.invitation);
      if (found.campaign !== "live") throw new LockedError("closed");
      return found;
    },
    /** Gives the attestation the revision `order`, so that whoever is about to sign is told that something changed. */
    countChange(key: AttestationKey, order: number, at: Date): void {
      countChange.run({ ...key, order, at: at.getTime() });
    },
  };
}
