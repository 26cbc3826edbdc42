import type { Kit } from "#db/database/kit";
import type { attestationTables } from "./attestations";

/** Whom suppliers asked to answer a part of an attestation, with the newest link of each. */
export function colleagueTables(k: Kit, { attestations }: ReturnType<typeof attestationTables>) {
  const colleagues = k.table(
    "colleagues",
    {
      org: k.str("org").notNull(),
      id: k.str("id").notNull(),
      attestation: k.str("attestation").notNull(),
      name: k.str("name").notNull(),
      email: k.str("email").notNull(),
      language: k.str("language").notNull(),
      /** In the words of whoever asked; empty where they wrote none. */
      note: k.str("note").notNull(),
      sections: k.json<readonly string[]>("sections").notNull(),
      maySign: k.bool("may_sign").notNull(),
      /** Set where they were asked to approve a signature, and nothing else. */
      approves: k.bool("approves"),
      /** The name that whoever asked gave themselves. */
      askedBy: k.str("asked_by").notNull(),
      /** Counts their links: only the newest works. */
      generation: k.int("generation").notNull(),
      tokenHash: k.str("token_hash").notNull(),
      /** The generation of the supplier's own link that they were asked with: theirs ends with it. */
      linkGeneration: k.int("link_generation").notNull(),
      askedAt: k.time("asked_at").notNull(),
      openedAt: k.time("opened_at"),
      withdrawnAt: k.time("withdrawn_at"),
      /** In their words, where they gave it back themselves; empty where they wrote none. */
      returnNote: k.str("return_note"),
      erasedAt: k.time("erased_at"),
    },
    (t) => [
      k.primaryKey({ columns: [t.org, t.id] }),
      // Not led by the organisation: the token is all that a visitor brings.
      k.uniqueIndex("colleagues_by_token").on(t.tokenHash),
      k.index("colleagues_attestation").on(t.org, t.attestation, t.askedAt),
      k.foreignKey({ columns: [t.org, t.attestation], foreignColumns: [attestations.org, attestations.id] }),
    ],
  );
  return { colleagues };
}
