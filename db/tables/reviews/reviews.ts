import type { Kit } from "#db/database/kit";
import type { CarriedDecision } from "#db/records";
import type { AttestationTables } from "#db/tables/attestations";
import type { OrganisationTables } from "#db/tables/organisations";
import type { SupplierTables } from "#db/tables/suppliers/suppliers";
import type { DecisionKind, DecisionStep, ReviewState, SecondPersonChoice, Verdict } from "#terms/reviews/decisions";

/** What was signed and waits for decisions, and the decisions themselves. */
export function reviewTables(
  k: Kit,
  { organisations, users }: OrganisationTables,
  { suppliers }: SupplierTables,
  { attestations }: AttestationTables,
) {
  /** One for each submission. What was decided stands in `decisions`; this is how much is left, so that the list has an index. */
  const reviews = k.table(
    "reviews",
    {
      org: k.str("org").notNull(),
      attestation: k.str("attestation").notNull(),
      supplier: k.str("supplier").notNull(),
      state: k.word<ReviewState>("state").notNull(),
      /** 0 is Critical, 3 Low. */
      rank: k.int("rank").notNull(),
      openedAt: k.time("opened_at").notNull(),
      dueAt: k.time("due_at").notNull(),
      assignedTo: k.str("assigned_to"),
      floors: k.int("floors").notNull(),
      findings: k.int("findings").notNull(),
      files: k.int("files").notNull(),
      waiting: k.int("waiting").notNull(),
      second: k.str("second"),
      settledAt: k.time("settled_at"),
    },
    (t) => [
      k.primaryKey({ columns: [t.org, t.attestation] }),
      // What is left stands in both, and the supplier in all, so that lists narrowed to these are read and counted along them.
      k.index("reviews_due").on(t.org, t.state, t.dueAt, t.attestation, t.floors, t.findings, t.files, t.supplier),
      k
        .index("reviews_risk")
        .on(t.org, t.state, t.rank, t.dueAt, t.attestation, t.floors, t.findings, t.files, t.supplier),
      k.index("reviews_assigned").on(t.org, t.assignedTo, t.state, t.dueAt, t.attestation, t.supplier),
      k.index("reviews_waiting").on(t.org, t.state, t.waiting, t.dueAt, t.attestation, t.supplier),
      k.index("reviews_supplier").on(t.org, t.supplier, t.state),
      k.foreignKey({ columns: [t.org, t.attestation], foreignColumns: [attestations.org, attestations.id] }),
      k.foreignKey({ columns: [t.org, t.supplier], foreignColumns: [suppliers.org, suppliers.id] }),
      k.foreignKey({ columns: [t.org, t.assignedTo], foreignColumns: [users.org, users.id] }),
    ],
  );

  /** Append-only. People stand in it by their ids alone, so that a name can be erased where it is kept. */
  const decisions = k.table(
    "decisions",
    {
      org: k.str("org").notNull(),
      id: k.str("id").notNull(),
      attestation: k.str("attestation").notNull(),
      position: k.int("position").notNull(),
      step: k.word<DecisionStep>("step").notNull(),
      kind: k.word<DecisionKind>("kind").notNull(),
      verdict: k.word<Verdict>("verdict").notNull(),
      question: k.str("question").notNull(),
      subject: k.str("subject").notNull(),
      reason: k.str("reason").notNull(),
      proof: k.str("proof"),
      second: k.str("second"),
      of: k.str("decision"),
      user: k.str("user_id").notNull(),
      at: k.time("at").notNull(),
      /** What it was carried from, where it was made about what this corrects; null where it was made here. */
      carried: k.json<CarriedDecision>("carried"),
    },
    (t) => [
      k.primaryKey({ columns: [t.org, t.id] }),
      k.uniqueIndex("decisions_position").on(t.org, t.attestation, t.position),
      k.foreignKey({ columns: [t.org, t.attestation], foreignColumns: [attestations.org, attestations.id] }),
      k.foreignKey({ columns: [t.org, t.user], foreignColumns: [users.org, users.id] }),
    ],
  );

  const reviewRules = k.table("review_rules", {
    org: k
      .str("org")
      .primaryKey()
      .references(() => organisations.id),
    /** Which decisions need a second person, besides those that always do. */
    second: k.json<readonly SecondPersonChoice[]>("second").notNull(),
    /** Days from a signature until its review is due. */
    days: k.int("days").notNull(),
  });

  return { reviews, decisions, reviewRules };
}
