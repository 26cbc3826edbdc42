import type { Kit } from "#db/database/kit";
import type { AttestationTables } from "#db/tables/attestations";

/** Questions of what was signed that its supplier is asked again. */
export function returnTables(k: Kit, { attestations }: AttestationTables) {
  /** What was sent: it is answered by an attestation of its own, so that what was signed stays the only document of the first. */
  const returns = k.table(
    "returns",
    {
      org: k.str("org").notNull(),
      id: k.str("id").notNull(),
      /** What was signed. */
      attestation: k.str("attestation").notNull(),
      /** The attestation that answers it. */
      correction: k.str("correction").notNull(),
      /** The person of the team who sent it, and whether the supplier reads their name. */
      user: k.str("user_id").notNull(),
      showsName: k.bool("shows_name").notNull(),
      dueAt: k.time("due_at").notNull(),
      sentAt: k.time("sent_at").notNull(),
      questions: k.json<readonly string[]>("questions").notNull(),
      /** All other questions that were asked when it was signed. */
      closed: k.json<readonly string[]>("closed").notNull(),
      calledBackAt: k.time("called_back_at"),
    },
    (t) => [
      k.primaryKey({ columns: [t.org, t.id] }),
      k.uniqueIndex("returns_correction").on(t.org, t.correction),
      k.index("returns_attestation").on(t.org, t.attestation),
      k.foreignKey({ columns: [t.org, t.attestation], foreignColumns: [attestations.org, attestations.id] }),
    ],
  );

  const returnedQuestions = k.table(
    "returned_questions",
    {
      org: k.str("org").notNull(),
      attestation: k.str("attestation").notNull(),
      question: k.str("question").notNull(),
      /** In the words of the reviewer; the supplier reads it. */
      comment: k.str("comment").notNull(),
      /** The person of the team who wrote it. */
      user: k.str("user_id").notNull(),
      at: k.time("at").notNull(),
      /** What it was sent with; empty while it stands on the list of what goes back. */
      return: k.str("return_id"),
      acceptedAt: k.time("accepted_at"),
      acceptedBy: k.str("accepted_by"),
    },
    (t) => [
      k.primaryKey({ columns: [t.org, t.attestation, t.question] }),
      k.index("returned_questions_sent").on(t.org, t.return),
      k.foreignKey({ columns: [t.org, t.attestation], foreignColumns: [attestations.org, attestations.id] }),
    ],
  );
  return { returns, returnedQuestions };
}
