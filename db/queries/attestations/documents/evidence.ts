import { and, asc, eq, gte, inArray, isNotNull, isNull, type SQL } from "drizzle-orm";
import type { Transaction } from "#db/database/transaction";
import { EvidenceFullError, MissingError } from "#db/errors";
import { type AttestationKey, attestationStates } from "#db/queries/attestations/attestation-state";
import { columnsOf } from "#db/queries/columns";
import type { QueryContext } from "#db/queries/query-context";
import { withoutNulls } from "#db/queries/without-nulls";
import type { EvidenceRecord, StoredEvidence } from "#db/records";
import type { Store } from "#db/store";
import { evidenceUsage, fullReason } from "./evidence-usage";

export function evidenceQueries(context: QueryContext): Store["evidence"] {
  const { tables: t, read, write } = context;
  const { stateOf, requireOpen, setRevision } = attestationStates(context);
  const columns = columnsOf(t).evidence;
  const { usageOf, bytesOf } = evidenceUsage(context);
  const ofAttestation = ({ org, id }: AttestationKey) => and(eq(t.evidence.org, org), eq(t.evidence.attestation, id));

  /** The rows of a document at all the questions that it is attached to, oldest first. */
  function attachedRows(tx: Pick<Transaction, "select">, key: AttestationKey, sha256: string) {
    return tx
      .select({ ...columns, releasedBy: t.evidence.releasedBy })
      .from(t.evidence)
      .where(and(ofAttestation(key), eq(t.evidence.sha256, sha256), isNull(t.evidence.removedAt)))
      .orderBy(asc(t.evidence.position));
  }

  function records() {
    return read
      .select({
        ...columns,
        attestation: t.evidence.attestation,
        supplier: t.invitations.supplier,
        removedAt: t.evidence.removedAt,
        removedBy: t.evidence.removedBy,
        releasedBy: t.evidence.releasedBy,
      })
      .from(t.evidence)
      .innerJoin(
        t.attestations,
        and(eq(t.attestations.org, t.evidence.org), eq(t.attestations.id, t.evidence.attestation)),
      )
      .innerJoin(
        t.invitations,
        and(eq(t.invitations.org, t.evidence.org), eq(t.invitations.id, t.attestations.invitation)),
      );
  }

  /** Attaches a document that is there to one more question, where it is not attached yet. */
  async function attachAlso(
    tx: Transaction,
    key: AttestationKey,
    sha256: string,
    { id, question }: Pick<StoredEvidence, "id" | "question">,
    most: number,
  ): Promise<void> {
    const rows = await attachedRows(tx, key, sha256);
    const [first] = rows;
    if (first === undefined || rows.some((row) => row.question === question)) return;
    const usage = await usageOf(tx, key, question);
    if (usage.files >= most) throw new EvidenceFullError("question");
    const copy = { ...first, status: "attached" as const, file: first.file ?? first.id, id, question };
    await tx.insert(t.evidence).values({ ...copy, org: key.org, attestation: key.id, position: usage.all + 1 });
  }

  return {
    add: ({ org, attestation, evidence, limits, audit }) =>
      write(
        org,
        ({ first }) => (first ? [audit] : []),
        async (tx) => {
          const key = { org, id: attestation };
          const { revision } = await requireOpen(tx, key);
          const rows = await attachedRows(tx, key, evidence.sha256);
          const before = rows.find(({ question }) => question === evidence.question);
          if (before !== undefined) {
            const { releasedBy: _by, ...there } = before;
            return { evidence: withoutNulls(there), first: false };
          }
          const usage = await usageOf(tx, key, evidence.question);
          const full = fullReason(usage, evidence, limits);
          if (full !== undefined) throw new EvidenceFullError(full);
          const [other] = rows;
          const same = other && { file: other.file ?? other.id, ...(other.about && { about: other.about }) };
          const added = { ...evidence, ...same, status: "attached" as const };
          await tx.insert(t.evidence).values({ ...added, org, attestation, position: usage.all + 1 });
          await setRevision(tx, key, revision + 1, evidence.receivedAt);
          return { evidence: added, first: true };
        },
      ),

    describe: ({ org, attestation, id, about, add, remove, limits, at, by, audit }) =>
      write(org, audit, async (tx) => {
        const key = { org, id: attestation };
        const { revision } = await requireOpen(tx, key);
        const [asked] = await tx
          .select({ sha256: t.evidence.sha256 })
          .from(t.evidence)
          .where(and(ofAttestation(key), eq(t.evidence.id, id), isNull(t.evidence.removedAt)));
        if (asked === undefined) throw new MissingError("evidence", id);
        for (const one of add) await attachAlso(tx, key, asked.sha256, one, limits.files);
        const same = and(ofAttestation(key), eq(t.evidence.sha256, asked.sha256), isNull(t.evidence.removedAt));
        await tx.update(t.evidence).set({ about }).where(same);
        await tx
          .update(t.evidence)
          .set({ removedAt: at, removedBy: by })
          .where(and(same, inArray(t.evidence.question, [...remove])));
        await setRevision(tx, key, revision + 1, at);
      }),

    remove: ({ org, attestation, id, at, by, audit }) =>
      write(org, audit, async (tx) => {
        const key = { org, id: attestation };
        const { revision } = await requireOpen(tx, key);
        const [removed] = await tx
          .update(t.evidence)
          .set({ removedAt: at, removedBy: by })
          .where(and(ofAttestation(key), eq(t.evidence.id, id), isNull(t.evidence.removedAt)))
          .returning({ id: t.evidence.id });
        if (removed === undefined) throw new MissingError("evidence", id);
        await setRevision(tx, key, revision + 1, at);
      }),

    release: ({ org, attestation, id, at, by, audit }) =>
      write(
        org,
        (isFirst) => (isFirst ? [audit] : []),
        async (tx) => {
          const key = { org, id: attestation };
          // Held: what is signed meanwhile is signed over one state of its documents.
          const { state, revision } = await stateOf(tx, key);
          const own = and(ofAttestation(key), eq(t.evidence.id, id), isNotNull(t.evidence.heldFor));
          const [released] = await tx
            .update(t.evidence)
            .set({ releasedAt: at, releasedBy: by })
            .where(and(own, isNull(t.evidence.removedAt), isNull(t.evidence.releasedAt)))
            .returning({ id: t.evidence.id });
          if (released === undefined) {
            const [there] = await tx
              .select({ id: t.evidence.id })
              .from(t.evidence)
              .where(and(own, isNotNull(t.evidence.releasedAt)));
            if (there === undefined) throw new MissingError("document that is kept apart", id);
            return false;
          }
          // The supplier saved nothing: only whoever is about to sign has to look again.
          if (state === "open")
            await tx
              .update(t.attestations)
              .set({ revision: revision + 1 })
              .where(and(eq(t.attestations.org, org), eq(t.attestations.id, attestation)));
          return true;
        },
      ),

    async list(org, attestation) {
      const rows = await records()
        .where(ofAttestation({ org, id: attestation }))
        .orderBy(asc(t.evidence.position));
      return rows.map((row) => withoutNulls(row) satisfies EvidenceRecord);
    },

    async get(org, id) {
      const [row] = await records().where(and(eq(t.evidence.org, org), eq(t.evidence.id, id)));
      return row && withoutNulls(row);
    },

    async used(files) {
      const rows = await read
        .selectDistinct({ sha256: t.evidence.sha256 })
        .from(t.evidence)
        .where(and(inArray(t.evidence.sha256, [...files]), isNull(t.evidence.removedAt)));
      return new Set(rows.map(({ sha256 }) => sha256));
    },

    bytesOf,

    async room({ org, attestation, question, bytes, sha256 = "", limits }) {
      const usage = await usageOf(read, { org, id: attestation }, question);
      const own = fullReason(usage, { bytes, sha256 }, limits);
      const { organisationBytes } = limits;
      if (own !== undefined || organisationBytes === undefined || usage.attached.has(sha256)) return own;
      return (await bytesOf(org)) + bytes > organisationBytes ? "organisation" : undefined;
    },

    async bytes(since) {
      const sizes = async (of: SQL | undefined) => {
        const files = await read
          .selectDistinct({ sha256: t.evidence.sha256, bytes: t.evidence.bytes })
          .from(t.evidence)
          .where(of);
        return files.reduce((total, { bytes }) => total + bytes, 0);
      };
      return {
        attached: await sizes(isNull(t.evidence.removedAt)),
        ofLastDay: await sizes(and(isNotNull(t.evidence.removedAt), gte(t.evidence.receivedAt, since))),
      };
    },
  };
}
