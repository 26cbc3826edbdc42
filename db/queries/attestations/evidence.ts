import { and, asc, count, eq, gte, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "#db/database/transaction";
import { EvidenceFullError, type FullReason, MissingError } from "#db/errors";
import { columnsOf } from "#db/queries/columns";
import type { QueryContext } from "#db/queries/query-context";
import { withoutNulls } from "#db/queries/without-nulls";
import type { EvidenceRecord } from "#db/records";
import type { EvidenceLimits, Store } from "#db/store";
import { type AttestationKey, attestationStates } from "./attestation-state";

export function evidenceQueries(context: QueryContext): Store["evidence"] {
  const { tables: t, read, write } = context;
  const { stateOf, requireOpen, setRevision } = attestationStates(context);
  const columns = columnsOf(t).evidence;
  const ofAttestation = ({ org, id }: AttestationKey) => and(eq(t.evidence.org, org), eq(t.evidence.attestation, id));

  async function usageOf(tx: Pick<Transaction, "select">, key: AttestationKey, question: string): Promise<Usage> {
    const { bytes } = t.evidence;
    const attached = isNull(t.evidence.removedAt);
    const [found] = await tx
      .select({
        all: count(),
        everBytes: sql`coalesce(sum(${bytes}), 0)`.mapWith(Number),
        bytes: sql`coalesce(sum(${bytes}) filter (where ${attached}), 0)`.mapWith(Number),
        files: sql`count(*) filter (where ${and(attached, eq(t.evidence.question, question))})`.mapWith(Number),
      })
      .from(t.evidence)
      .where(ofAttestation(key));
    return found ?? { all: 0, everBytes: 0, bytes: 0, files: 0 };
  }

  async function bytesOf(org: string): Promise<number> {
    const [found] = await read
      .select({ bytes: sql`coalesce(sum(${t.evidence.bytes}), 0)`.mapWith(Number) })
      .from(t.evidence)
      .where(and(eq(t.evidence.org, org), isNull(t.evidence.removedAt)));
    return found?.bytes ?? 0;
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

  return {
    add: ({ org, attestation, evidence, limits, audit }) =>
      write(
        org,
        ({ first }) => (first ? [audit] : []),
        async (tx) => {
          const key = { org, id: attestation };
          const { revision } = await requireOpen(tx, key);
          const [before] = await tx
            .select(columns)
            .from(t.evidence)
            .where(
              and(
                ofAttestation(key),
                eq(t.evidence.question, evidence.question),
                eq(t.evidence.sha256, evidence.sha256),
                isNull(t.evidence.removedAt),
              ),
            );
          if (before !== undefined) return { evidence: withoutNulls(before), first: false };
          const usage = await usageOf(tx, key, evidence.question);
          const full = fullReason(usage, evidence.bytes, limits);
          if (full !== undefined) throw new EvidenceFullError(full);
          const added = { ...evidence, status: "attached" as const };
          await tx.insert(t.evidence).values({ ...added, org, attestation, position: usage.all + 1 });
          await setRevision(tx, key, revision + 1, evidence.receivedAt);
          return { evidence: added, first: true };
        },
      ),

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

    async room({ org, attestation, question, bytes, limits }) {
      const own = fullReason(await usageOf(read, { org, id: attestation }, question), bytes, limits);
      const { organisationBytes } = limits;
      if (own !== undefined || organisationBytes === undefined) return own;
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

/** What an attestation was given: documents ever, bytes ever, and what is attached to all of it and to one question. */
type Usage = { readonly all: number; readonly everBytes: number; readonly bytes: number; readonly files: number };

function fullReason(usage: Usage, bytes: number, limits: EvidenceLimits): FullReason | undefined {
  if (usage.files >= limits.files) return "question";
  if (usage.bytes + bytes > limits.bytes) return "attestation";
  return usage.everBytes + bytes > limits.everBytes ? "given" : undefined;
}
