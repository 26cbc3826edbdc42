import { sql } from "drizzle-orm";
import type { Action, Actor, AuditEvent, SubjectType } from "#db/audit";
import type { Kit } from "#db/database/kit";
import type { AttemptKind } from "#db/records";
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
      /** The id of the person or program that did it, out of `actor`, so that what one of them did can be found. */
      actorId: k.str("actor_id"),
      address: k.str("address"),
      agent: k.str("agent"),
    },
    (t) => [
      k.index("audit_events_org").on(t.org, t.seq),
      k.index("audit_events_subject").on(t.org, t.subjectId, t.seq),
      k.index("audit_events_at").on(t.org, t.at, t.seq),
      // Suppliers' saves are most of all events and are in neither, so that they cost a save nothing.
      k.index("audit_events_actor").on(t.org, t.actorId, t.seq).where(sql`actor_id is not null`),
      k.index("audit_events_action").on(t.org, t.action, t.seq).where(sql`action <> 'answer.saved'`),
    ],
  );

  /** Attempts of one kind within one span of time: those past a bound are counted here instead of each making an event. */
  const attemptCounts = k.table(
    "attempt_counts",
    {
      org: k
        .str("org")
        .notNull()
        .references(() => organisations.id),
      kind: k.word<AttemptKind>("kind").notNull(),
      window: k.time("window_start").notNull(),
      attempts: k.int("attempts").notNull(),
      listed: k.int("listed").notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.org, t.kind, t.window] })],
  );
  return { auditEvents, attemptCounts };
}
