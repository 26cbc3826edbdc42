import type { Kit } from "#db/database/kit";
import type { HelpMessage } from "#db/records";
import type { AttestationTables } from "#db/tables/attestations";

/** What suppliers ask their buyer about a question, and what it answers. */
export function helpTables(k: Kit, { attestations }: AttestationTables) {
  const helpMessages = k.table(
    "help_messages",
    {
      org: k.str("org").notNull(),
      id: k.str("id").notNull(),
      attestation: k.str("attestation").notNull(),
      question: k.str("question").notNull(),
      /** Counts the messages of an attestation. */
      position: k.int("position").notNull(),
      side: k.word<HelpMessage["side"]>("side").notNull(),
      text: k.str("text").notNull(),
      /** Of a supplier's: what its writer reads, BCP 47. */
      language: k.str("language").notNull(),
      /** The colleague who wrote it, where it was one. */
      colleague: k.str("colleague"),
      /** The person of the team who wrote it. */
      user: k.str("user_id"),
      at: k.time("at").notNull(),
      /** Of a supplier's: when the buyer answered. */
      answeredAt: k.time("answered_at"),
    },
    (t) => [
      k.primaryKey({ columns: [t.org, t.id] }),
      k.uniqueIndex("help_messages_thread").on(t.org, t.attestation, t.position),
      k.index("help_messages_open").on(t.org, t.answeredAt, t.at),
      k.foreignKey({ columns: [t.org, t.attestation], foreignColumns: [attestations.org, attestations.id] }),
    ],
  );
  return { helpMessages };
}
