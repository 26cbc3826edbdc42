import { and, eq, exists, gt, or, sql } from "drizzle-orm";
import { prepared, type Transaction, valueFor } from "#db/database/transaction";
import { LockedError, MissingError } from "#db/errors";
import type { QueryContext } from "#db/queries/query-context";

export type AttestationKey = { readonly org: string; readonly id: string };

/**
 * The state of an attestation inside a write, with what decides whether it may be changed. Whoever asks holds the
 * attestation until the write is over, so that no two writes build on the same revision.
 */
export function attestationStates({ tables: t, dialect }: QueryContext) {
  const one = and(
    eq(t.attestations.org, valueFor(t.attestations.org, "org")),
    eq(t.attestations.id, valueFor(t.attestations.id, "id")),
  );
  const select = prepared((tx) =>
    dialect
      .locked(
        tx
          .select({
            state: t.attestations.state,
            revision: t.attestations.revision,
            supplier: t.invitations.supplier,
            invitation: t.invitations.state,
            correction: t.invitations.correction,
            campaign: t.campaigns.state,
          })
          .from(t.attestations)
          .innerJoin(
            t.invitations,
            and(eq(t.invitations.org, t.attestations.org), eq(t.invitations.id, t.attestations.invitation)),
          )
          .innerJoin(
            t.campaigns,
            and(eq(t.campaigns.org, t.attestations.org), eq(t.campaigns.id, t.invitations.campaign)),
          )
          .where(one),
        t.attestations,
      )
      .prepare(),
  );
  const setRevision = prepared((tx) =>
    tx
      .update(t.attestations)
      .set({
        revision: valueFor(t.attestations.revision, "revision"),
        savedAt: valueFor(t.attestations.savedAt, "at"),
      })
      .where(one)
      .prepare(),
  );

  const isAsked = (tx: Transaction) =>
    exists(
      tx
        .select({ id: t.invitations.id })
        .from(t.invitations)
        .innerJoin(t.campaigns, and(eq(t.campaigns.org, t.invitations.org), eq(t.campaigns.id, t.invitations.campaign)))
        .where(
          and(
            eq(t.invitations.org, t.attestations.org),
            eq(t.invitations.id, t.attestations.invitation),
            eq(t.invitations.state, "invited"),
            or(eq(t.campaigns.state, "live"), gt(t.invitations.correction, 0)),
          ),
        ),
    );
  const nextRevision = prepared((tx) =>
    tx
      .update(t.attestations)
      .set({ revision: sql`${t.attestations.revision} + 1`, savedAt: valueFor(t.attestations.savedAt, "at") })
      .where(and(one, eq(t.attestations.state, "open"), isAsked(tx)))
      .returning({ revision: t.attestations.revision })
      .prepare(),
  );

  /** Throws MissingError. */
  async function stateOf(tx: Transaction, key: AttestationKey) {
    const [found] = await select(tx, key);
    if (found === undefined) throw new MissingError("attestation", key.id);
    return found;
  }
  return {
    stateOf,
    /** Throws LockedError unless answers and documents are still taken. */
    async requireOpen(tx: Transaction, key: AttestationKey) {
      const found = await stateOf(tx, key);
      checkOpen(found);
      return found;
    },
    checkOpen,
    /**
     * Gives an attestation its next revision and says which. Throws as `requireOpen`. One statement, because every save does
     * it: see `save.per_s` of the bench.
     */
    async advance(tx: Transaction, key: AttestationKey, at: Date): Promise<number> {
      const [next] = await nextRevision(tx, { ...key, at });
      if (next !== undefined) return next.revision;
      checkOpen(await stateOf(tx, key));
      throw new MissingError("attestation", key.id);
    },
    /** Gives the attestation a new revision, so that whoever is about to sign is told that something changed. */
    async setRevision(tx: Transaction, key: AttestationKey, revision: number, at: Date): Promise<void> {
      await setRevision(tx, { ...key, revision, at });
    },
  };

  function checkOpen({ state, invitation, campaign, correction }: Awaited<ReturnType<typeof stateOf>>): void {
    if (state !== "open") throw new LockedError(state);
    if (invitation !== "invited") throw new LockedError(invitation);
    // What was signed is asked about again after its campaign was closed, too.
    if (campaign !== "live" && correction === 0) throw new LockedError("closed");
  }
}
