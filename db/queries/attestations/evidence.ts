import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { EvidenceFullError, MissingError } from "#db/errors";
import { columnsOf } from "#db/queries/columns";
import type { Ground } from "#db/queries/ground";
import { present } from "#db/queries/present";
import type { EvidenceRecord } from "#db/records";
import type { EvidenceLimits, Store } from "#db/store";
import { type AttestationKey, standings } from "./standing";

export function evidenceQueries(ground: Ground): Store["evidence"] {
  const { tables: t, read, writer, write } = ground;
  const { openStanding, countChange } = standings(ground);
  const columns = columnsOf(t).evidence;
  const ofAttestation = ({ org, id }: AttestationKey) => and(eq(t.evidence.org, org), eq(t.evidence.attestation, id));

  function given(key: AttestationKey, question: string) {
    const standing = sql`${t.evidence.removedAt} is null`;
    const found = writer
      .select({
        all: sql<number>`count(*)`,
        everBytes: sql<number>`coalesce(sum(${t.evidence.bytes}), 0)`,
        bytes: sql<number>`coalesce(sum(case when ${standing} then ${t.evidence.bytes} else 0 end), 0)`,
        files: sql<number>`coalesce(sum(case when ${standing} and ${t.evidence.question} = ${question} then 1 else 0 end), 0)`,
      })
      .from(t.evidence)
      .where(ofAttestation(key))
      .get();
    return found ?? { all: 0, everBytes: 0, bytes: 0, files: 0 };
  }

  function records() {
    return read
      .select({
        ...columns,
        attestation: t.evidence.attestation,
        supplier: t.invitations.supplier,
        removedAt: t.evidence.removedAt,
        removedBy: t.evidence.removedBy,
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
        () => {
          const key = { org, id: attestation };
          const { revision } = openStanding(key);
          const before = writer
            .select(columns)
            .from(t.evidence)
            .where(
              and(
                ofAttestation(key),
                eq(t.evidence.question, evidence.question),
                eq(t.evidence.sha256, evidence.sha256),
                isNull(t.evidence.removedAt),
              ),
            )
            .get();
          if (before !== undefined) return { evidence: before, first: false };
          const found = given(key, evidence.question);
          checkRoom(found, evidence.bytes, limits);
          const added = { ...evidence, status: "attached" as const };
          writer
            .insert(t.evidence)
            .values({ ...added, org, attestation, position: found.all + 1 })
            .run();
          countChange(key, revision + 1, evidence.receivedAt);
          return { evidence: added, first: true };
        },
      ),

    remove: ({ org, attestation, id, at, by, audit }) =>
      write(org, audit, () => {
        const key = { org, id: attestation };
        const { revision } = openStanding(key);
        const { changes } = writer
          .update(t.evidence)
          .set({ removedAt: at, removedBy: by })
          .where(and(ofAttestation(key), eq(t.evidence.id, id), isNull(t.evidence.removedAt)))
          .run();
        if (changes === 0) throw new MissingError("evidence", id);
        countChange(key, revision + 1, at);
      }),

    async list(org, attestation) {
      const rows = await records()
        .where(ofAttestation({ org, id: attestation }))
        .orderBy(asc(t.evidence.position));
      return rows.map((row) => present(row) satisfies EvidenceRecord);
    },

    async get(org, id) {
      const [row] = await records().where(and(eq(t.evidence.org, org), eq(t.evidence.id, id)));
      return row && present(row);
    },

    async used(files) {
      const rows = await read
        .selectDistinct({ sha256: t.evidence.sha256 })
        .from(t.evidence)
        .where(and(inArray(t.evidence.sha256, [...files]), isNull(t.evidence.removedAt)));
      return new Set(rows.map(({ sha256 }) => sha256));
    },
  };
}

function checkRoom(
  given: { readonly files: number; readonly bytes: number; readonly everBytes: number },
  bytes: number,
  limits: EvidenceLimits,
): void {
  if (given.files >= limits.files) throw new EvidenceFullError("question");
  if (given.bytes + bytes > limits.bytes) throw new EvidenceFullError("attestation");
  if (given.everBytes + bytes > limits.everBytes) throw new EvidenceFullError("given");
}
