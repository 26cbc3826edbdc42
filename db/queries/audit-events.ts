import { and, desc, eq, inArray, lt, sql } from "drizzle-orm";
import type { AuditEvent, Happening, StoredAuditEvent } from "#db/audit";
import type { Database } from "#db/sqlite/connection";
import type { Store } from "#db/store";
import type { Tables } from "#db/tables";
import type { Ground } from "./ground";

/** How an event is kept. Used by the write queue only, so that no write can forget it or choose another organisation. */
export function auditKeeper(t: Tables, writer: Database): (org: string, event: AuditEvent) => void {
  const insert = writer
    .insert(t.auditEvents)
    .values({
      org: sql.placeholder("org"),
      at: sql.placeholder("at"),
      actor: sql.placeholder("actor"),
      subjectType: sql.placeholder("subjectType"),
      subjectId: sql.placeholder("subjectId"),
      action: sql.placeholder("action"),
      details: sql.placeholder("details"),
    })
    .prepare();
  return (org, { at, actor, subject, action, details }) => {
    insert.run({ org, at, actor, subjectType: subject.type, subjectId: subject.id, action, details });
  };
}

export function auditQueries({ tables: t, read }: Ground): Store["audit"] {
  return {
    async trail(org, { subjects, beforeSeq, most }) {
      const rows = await read
        .select()
        .from(t.auditEvents)
        .where(
          and(
            eq(t.auditEvents.org, org),
            subjects === undefined ? undefined : inArray(t.auditEvents.subjectId, [...subjects]),
            beforeSeq === undefined ? undefined : lt(t.auditEvents.seq, beforeSeq),
          ),
        )
        .orderBy(desc(t.auditEvents.seq))
        .limit(most);
      return rows.map(eventOf);
    },
  };
}

function eventOf(row: Tables["auditEvents"]["$inferSelect"]): StoredAuditEvent {
  // Written from a Happening, so action and details belong together; the columns apart cannot say so.
  const happening = { action: row.action, details: row.details } as Happening;
  return {
    ...happening,
    seq: row.seq,
    at: row.at,
    actor: row.actor,
    subject: { type: row.subjectType, id: row.subjectId },
  };
}
