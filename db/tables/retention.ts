import type { Actor } from "#db/audit";
import type { Kit } from "#db/database/kit";
import type { RemovalGround, RemovalSubject, RetentionTerms } from "#db/records";
import type { OrganisationTables } from "./organisations";
import type { SupplierTables } from "./suppliers/suppliers";

/** How long things are kept, what is kept longer all the same, and what was taken out of the record. */
export function retentionTables(k: Kit, { organisations }: OrganisationTables, { suppliers }: SupplierTables) {
  const retentionRules = k.table("retention_rules", {
    org: k
      .str("org")
      .primaryKey()
      .references(() => organisations.id),
    terms: k.json<RetentionTerms>("terms").notNull(),
  });

  /** Nothing about the supplier is removed while one stands; without a supplier, nothing of the organisation. */
  const legalHolds = k.table(
    "legal_holds",
    {
      org: k
        .str("org")
        .notNull()
        .references(() => organisations.id),
      id: k.str("id").notNull(),
      supplier: k.str("supplier"),
      reason: k.str("reason").notNull(),
      placedAt: k.time("placed_at").notNull(),
      placedBy: k.json<Actor>("placed_by").notNull(),
      liftedAt: k.time("lifted_at"),
      liftedBy: k.json<Actor>("lifted_by"),
    },
    (t) => [
      k.primaryKey({ columns: [t.org, t.id] }),
      k.index("legal_holds_of_supplier").on(t.org, t.supplier),
      k.foreignKey({ columns: [t.org, t.supplier], foreignColumns: [suppliers.org, suppliers.id] }),
    ],
  );

  /** Append-only: the one way in which rows of append-only tables go (decision 16). Only `isOpen` ever changes, once. */
  const removals = k.table(
    "removals",
    {
      org: k
        .str("org")
        .notNull()
        .references(() => organisations.id),
      id: k.str("id").notNull(),
      /** An attestation, or the events of an organisation up to `through`. */
      subjectType: k.word<RemovalSubject>("subject_type").notNull(),
      subjectId: k.str("subject_id").notNull(),
      /** The last `seq` of a span of events. */
      through: k.int("through"),
      ground: k.word<RemovalGround>("ground").notNull(),
      actor: k.json<Actor>("actor").notNull(),
      at: k.time("at").notNull(),
      /** How many rows of each table went. */
      rows: k.json<Readonly<Record<string, number>>>("removed_rows").notNull(),
      /** SHA-256 in hex over what went, and the hash of the declaration that went with it. */
      hash: k.str("hash").notNull(),
      declarationHash: k.str("declaration_hash"),
      /** True only inside the write that adds it: rows go while it is, and at no other time. */
      isOpen: k.bool("is_open").notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.org, t.id] }), k.index("removals_of").on(t.org, t.subjectId)],
  );

  /** What an organisation allows of the documents that suppliers attach. */
  const documentRules = k.table("document_rules", {
    org: k
      .str("org")
      .primaryKey()
      .references(() => organisations.id),
    /** Whether documents with something dangerous in them are taken and kept apart, instead of refused. */
    keepsApart: k.bool("keeps_apart").notNull(),
  });

  return { retentionRules, legalHolds, removals, documentRules };
}
