import type { Kit } from "#db/database/kit";
import type { StandIn } from "#db/records";
import type { attestationTables } from "#db/tables/attestations";

/** What does not fit in answers and is signed all the same, and the marks by which copied texts are found. */
export function findingTables(k: Kit, { attestations }: ReturnType<typeof attestationTables>) {
  /** What a supplier says is right as it stands. */
  const stands = k.table(
    "stands",
    {
      org: k.str("org").notNull(),
      attestation: k.str("attestation").notNull(),
      finding: k.str("finding").notNull(),
      /** SHA-256 in hex over the answers that it is about: others are not stood by. */
      answers: k.str("answers").notNull(),
      /** In the words of whoever stands by them; empty where they gave none. */
      reason: k.str("reason").notNull(),
      at: k.time("at").notNull(),
      standIn: k.json<StandIn>("stand_in"),
      colleague: k.str("colleague"),
    },
    (t) => [
      k.primaryKey({ columns: [t.org, t.attestation, t.finding] }),
      k.foreignKey({ columns: [t.org, t.attestation], foreignColumns: [attestations.org, attestations.id] }),
    ],
  );

  /** The longer texts of what was signed, as hashes: the same one of two suppliers is found without reading either. */
  const textMarks = k.table(
    "text_marks",
    {
      org: k.str("org").notNull(),
      mark: k.str("mark").notNull(),
      attestation: k.str("attestation").notNull(),
      question: k.str("question").notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.org, t.attestation, t.question, t.mark] }),
      k.index("text_marks_same").on(t.org, t.mark),
      k.foreignKey({ columns: [t.org, t.attestation], foreignColumns: [attestations.org, attestations.id] }),
    ],
  );
  return { stands, textMarks };
}
