import type { Kit } from "#db/database/kit";
import type { Approval, ApprovalOutcome, SignedConfirmation } from "#db/records";
import type { AttestationTables } from "#db/tables/attestations";

/** Signatures that wait for a second person, and what became of them. Name and address of that person stand with the colleagues. */
export function approvalTables(k: Kit, { attestations }: AttestationTables) {
  const approvals = k.table(
    "approvals",
    {
      org: k.str("org").notNull(),
      attestation: k.str("attestation").notNull(),
      /** Whose link it is. */
      colleague: k.str("colleague").notNull(),
      /** Counts the approvals of an attestation: the last one is the one that may wait. */
      position: k.int("position").notNull(),
      revision: k.int("revision").notNull(),
      statementHash: k.str("statement_hash").notNull(),
      language: k.str("language").notNull(),
      signer: k.json<Approval["signer"]>("signer").notNull(),
      confirmation: k.json<SignedConfirmation>("confirmation").notNull(),
      /** The colleague who signed, where it was one. */
      signedBy: k.str("signed_by"),
      askedAt: k.time("asked_at").notNull(),
      outcome: k.word<ApprovalOutcome>("outcome"),
      endedAt: k.time("ended_at"),
      reason: k.str("reason"),
    },
    (t) => [
      k.primaryKey({ columns: [t.org, t.colleague] }),
      k.uniqueIndex("approvals_newest").on(t.org, t.attestation, t.position),
      k.foreignKey({ columns: [t.org, t.attestation], foreignColumns: [attestations.org, attestations.id] }),
    ],
  );
  return { approvals };
}
