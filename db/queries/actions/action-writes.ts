import { and, eq } from "drizzle-orm";
import type { Transaction } from "#db/database/transaction";
import { ConflictError, EvidenceFullError, MissingError } from "#db/errors";
import { attestationStates } from "#db/queries/attestations/attestation-state";
import { evidenceUsage, fullReason } from "#db/queries/attestations/documents/evidence-usage";
import { addRating, heldRated } from "#db/queries/attestations/ratings";
import { columnsOf } from "#db/queries/columns";
import { mailQueue } from "#db/queries/mails/queue-mails";
import type { QueryContext } from "#db/queries/query-context";
import { withoutNulls } from "#db/queries/without-nulls";
import type { NewEntry, Store } from "#db/store";

type Change = Omit<Parameters<Store["actions"]["change"]>[0], "audit">;

/** The writes of actions: each is a line of the history. */
export function actionWrites(context: QueryContext): Pick<Store["actions"], "open" | "change" | "prove"> {
  const { tables: t, write, dialect } = context;
  const { actions: a, actionEntries: e, evidence } = t;
  const { stateOf } = attestationStates(context);
  const { queueMails } = mailQueue(context);
  const { usageOf } = evidenceUsage(context);
  const one = ({ org, id }: Pick<Change, "org" | "id">) => and(eq(a.org, org), eq(a.id, id));

  async function addEntry(
    tx: Transaction,
    { org, id, attestation }: { org: string; id: string; attestation: string },
    entry: NewEntry,
    position: number,
  ) {
    await tx.insert(e).values({ ...entry, org, action: id, attestation, position });
  }

  /** The attestation of an action, held before the action, as a removal holds them: else each would wait for the other. */
  async function heldAttestation(tx: Transaction, key: Pick<Change, "org" | "id">): Promise<string> {
    const [found] = await tx.select({ attestation: a.attestation }).from(a).where(one(key));
    if (found === undefined) throw new MissingError("action", key.id);
    await stateOf(tx, { org: key.org, id: found.attestation });
    return found.attestation;
  }

  async function changeOne(tx: Transaction, { org, id, version, set, entry, rating, mails = [] }: Change) {
    const attestation = await heldAttestation(tx, { org, id });
    const [found] = await dialect.locked(tx.select({ version: a.version }).from(a).where(one({ org, id })), a);
    if (found === undefined) throw new MissingError("action", id);
    if (found.version !== version) throw new ConflictError(version, found.version);
    if (rating !== undefined) await addRating(context, tx, org, rating);
    await tx
      .update(a)
      .set({ ...set, version: version + 1 })
      .where(one({ org, id }));
    await addEntry(tx, { org, id, attestation }, rating ? { ...entry, rating: rating.id } : entry, version + 1);
    await queueMails(tx, mails);
  }

  return {
    open: ({ action, entry, audit }) =>
      write(
        action.org,
        (isNew) => (isNew ? audit : []),
        async (tx) => {
          const { org, id, supplier, attestation } = action;
          const { state } = await stateOf(tx, { org, id: attestation });
          if (state === "removed") throw new MissingError("attestation", attestation);
          await heldRated(context, tx, { org, attestation, supplier });
          const [there] = await tx.select({ id: a.id }).from(a).where(one({ org, id }));
          if (there !== undefined) return false;
          await tx.insert(a).values({ ...action, version: 1 });
          await addEntry(tx, action, entry, 1);
          return true;
        },
      ),

    change: ({ audit, ...change }) =>
      write(change.org, audit, async (tx) => {
        await changeOne(tx, change);
      }),

    prove: ({ audit, evidence: document, limits, ...change }) =>
      write(
        change.org,
        ({ first }) => (first ? audit : []),
        async (tx) => {
          const { org, id } = change;
          const attestation = await heldAttestation(tx, { org, id });
          const key = { org, id: attestation };
          const own = and(eq(evidence.org, org), eq(evidence.attestation, attestation));
          const rows = await tx
            .select({ ...columnsOf(t).evidence, removedAt: evidence.removedAt })
            .from(evidence)
            .where(and(own, eq(evidence.question, document.question), eq(evidence.sha256, document.sha256)));
          const before = rows.find(({ removedAt }) => removedAt === null);
          if (before !== undefined) {
            const { removedAt: _none, ...there } = before;
            return { evidence: withoutNulls(there), first: false };
          }
          const usage = await usageOf(tx, key, document.question);
          const full = fullReason(usage, document, limits);
          if (full !== undefined) throw new EvidenceFullError(full);
          await changeOne(tx, change);
          const added = { ...document, status: "attached" as const };
          await tx.insert(evidence).values({ ...added, org, attestation, position: usage.all + 1 });
          return { evidence: added, first: true };
        },
      ),
  };
}
