import type { Action, Actor, AuditEvent, SubjectType } from "#db/audit";
import type { Kit } from "#db/database/kit";
import type { OrganisationTables } from "./organisations";

export function auditTables(k: Kit, { organisations }: OrganisationTables) {
  /** Append-only. */
  const auditEvents = k.table(
    "audit_events",
    {
      // Not led by the organisation: it orders the events of all of them.
      seq: k.serial("seq"),
      org: k
        .str("org")
        .notNull()
        .references(() => organisations.id),
      at: k.time("at").notNull(),
      actor: k.json<Actor>("actor").notNull(),
      subjectType: k.word<SubjectType>("subject_type").notNull(),
      subjectId: k.str("subject_id").notNull(),
      action: k.word<Action>("action").notNull(),
      details: k.json<AuditEvent["details"]>("details").notNull(),
    },
    (t) => [
      k.index("audit_events_org").on(t.org, t.seq),
      k.index("audit_events_subject").on(t.org, t.subjectId, t.seq),
    ],
  );
  return { auditEvents };
}
