import type { Kit } from "#db/database/kit";
import type { ActionEntry, CorrectiveAction } from "#db/records";
import type { AttestationTables } from "#db/tables/attestations";
import type { SupplierTables } from "#db/tables/suppliers/suppliers";

/** Corrective actions, and what happened to each. */
export function actionTables(k: Kit, { suppliers }: SupplierTables, { attestations }: AttestationTables) {
  const actions = k.table(
    "actions",
    {
      org: k.str("org").notNull(),
      id: k.str("id").notNull(),
      supplier: k.str("supplier").notNull(),
      attestation: k.str("attestation").notNull(),
      source: k.word<CorrectiveAction["source"]>("source").notNull(),
      question: k.str("question"),
      rule: k.str("rule"),
      northKorea: k.bool("north_korea").notNull(),
      gap: k.str("gap").notNull(),
      cause: k.str("cause").notNull(),
      step: k.str("step").notNull(),
      owner: k.str("owner"),
      /** Days are ISO dates: they sort as they are. */
      due: k.str("due").notNull(),
      state: k.word<CorrectiveAction["state"]>("state").notNull(),
      responsible: k.str("responsible").notNull(),
      ownStep: k.str("own_step").notNull(),
      ownDue: k.str("own_due"),
      progress: k.word<CorrectiveAction["progress"]>("progress").notNull(),
      reviewed: k.str("reviewed"),
      reliefUntil: k.str("relief_until"),
      remindOn: k.str("remind_on"),
      version: k.int("version").notNull(),
      createdAt: k.time("created_at").notNull(),
      closedAt: k.time("closed_at"),
    },
    (t) => [
      k.primaryKey({ columns: [t.org, t.id] }),
      k.index("actions_listed").on(t.org, t.due, t.id),
      k.index("actions_of_supplier").on(t.org, t.supplier, t.due),
      k.index("actions_of_attestation").on(t.org, t.attestation),
      // What the daily jobs look for: few of many.
      k.index("actions_relief").on(t.org, t.reliefUntil),
      k.index("actions_reminders").on(t.org, t.remindOn),
      k.foreignKey({ columns: [t.org, t.supplier], foreignColumns: [suppliers.org, suppliers.id] }),
      k.foreignKey({ columns: [t.org, t.attestation], foreignColumns: [attestations.org, attestations.id] }),
    ],
  );

  /** Append-only, but for what was typed, which an erasure takes out. */
  const actionEntries = k.table(
    "action_entries",
    {
      org: k.str("org").notNull(),
      action: k.str("action").notNull(),
      attestation: k.str("attestation").notNull(),
      position: k.int("position").notNull(),
      at: k.time("at").notNull(),
      step: k.word<ActionEntry["step"]>("step").notNull(),
      side: k.word<ActionEntry["side"]>("side").notNull(),
      user: k.str("user_id"),
      text: k.str("text").notNull(),
      language: k.str("language").notNull(),
      changes: k.json<NonNullable<ActionEntry["changes"]>>("changes"),
      rating: k.str("rating"),
    },
    (t) => [
      k.primaryKey({ columns: [t.org, t.action, t.position] }),
      k.index("action_entries_of_attestation").on(t.org, t.attestation),
      k.foreignKey({ columns: [t.org, t.action], foreignColumns: [actions.org, actions.id] }),
    ],
  );
  return { actions, actionEntries };
}
