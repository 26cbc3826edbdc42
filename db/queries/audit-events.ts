import { and, desc, eq, inArray, lt, sql } from "drizzle-orm";
import type { AuditEvent, StoredAuditEvent } from "#db/audit";
import { prepared, type Transaction } from "#db/database/transaction";
import type { Store } from "#db/store";
import type { Tables } from "#db/tables";
import type { QueryContext } from "./query-context";

/** Keeps an event. Used by the writes of a store only, so that no query can forget it or choose another organisation. */
export function eventInsert(t: Tables): (tx: Transaction, org: string, event: AuditEvent) => Promise<void> {
  const at = sql.placeholder;
  const insert = prepared((tx) =>
    tx
      .insert(t.auditEvents)
      .values({
        org: at("org"),
        at: at("at"),
        actor: at("actor"),
        subjectType: at("subjectType"),
        subjectId: at("subjectId"),
        action: at("action"),
        details: at("details"),
      })
      .prepare(),
  );
  return async (tx, org, { at, actor, subject, action, details }) => {
    await insert(tx, { org, at, actor, subjectType: subject.type, subjectId: subject.id, action, details });
  };
}

type Row = Tables["auditEvents"]["$inferSelect"];

export function auditQueries({ tables: t, read, write }: QueryContext): Store["audit"] {
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

    add: (org, event) => write(org, event, async () => {}),
  };
}

function eventOf({ seq, at, actor, action, details, subjectType, subjectId }: Row): StoredAuditEvent {
  // Kept from one AuditEvent, so action, subject and details belong together; the columns apart cannot say so.
  return { seq, at, actor, action, details, subject: { type: subjectType, id: subjectId } } as StoredAuditEvent;
}
