import { and, asc, desc, eq, gte, inArray, lt, ne, notInArray, or, type SQL, sql } from "drizzle-orm";
import type { Action, Actor, AuditEvent, StoredAuditEvent } from "#db/audit";
import { prepared, type Transaction } from "#db/database/transaction";
import type { AttemptKind, UnlistedAttempts } from "#db/records";
import type { Store, TrailFilter } from "#db/store";
import type { Tables } from "#db/tables";
import type { QueryContext } from "./query-context";
import { withoutNulls } from "./without-nulls";

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
  return async (tx, org, { at, actor, subject, action, details, from }) => {
    const event = { org, at, actor, subjectType: subject.type, subjectId: subject.id, action, details };
    const actorId = actorIdOf(actor);
    // What suppliers and jobs do has neither, is most of all, and keeps its prepared way.
    if (actorId === undefined && from === undefined) await insert(tx, event);
    else await tx.insert(t.auditEvents).values({ ...event, actorId, ...from });
  };
}

function actorIdOf(actor: Actor): string | undefined {
  if (actor.kind === "stand-in" || actor.kind === "colleague") return actor.id;
  return actor.kind === "person" || actor.kind === "api-key" ? actor.id : undefined;
}

type Row = Tables["auditEvents"]["$inferSelect"];

/** Left to itself the database could look at every event there is; said so, it finds those of an action in their index. */
const notSaves = sql`action <> 'answer.saved'`;

export function auditQueries({ tables: t, read, write, dialect }: QueryContext): Store["audit"] {
  const e = t.auditEvents;
  const c = t.attemptCounts;

  /** Whether events come before another in the order of time, which the clock may have been put back in. */
  const isEarlier = (seq: number) => {
    const at = read.select({ at: e.at }).from(e).where(eq(e.seq, seq));
    return or(lt(e.at, at), and(eq(e.at, at), lt(e.seq, seq)));
  };

  function eventsOf(org: string, filter: TrailFilter, action?: Action) {
    const { subjects, except, actor, beforeSeq, most } = filter;
    // Days of everything are read in the order of time, by an index of their own: in that of `seq` the database would walk
    // through all that came since. What is narrower by its subject, person or action is few.
    const isOfDays = (filter.from ?? filter.until) !== undefined && (subjects ?? actor ?? action) === undefined;
    const conditions: (SQL | undefined)[] = [
      eq(e.org, org),
      subjects && inArray(e.subjectId, [...subjects]),
      ...actedBy(actor, action),
      except?.length ? notInArray(e.action, [...except]) : undefined,
      ...within(filter),
      beforeSeq === undefined ? undefined : isOfDays ? isEarlier(beforeSeq) : lt(e.seq, beforeSeq),
    ];
    return read
      .select()
      .from(e)
      .where(and(...conditions))
      .orderBy(...(isOfDays ? [desc(e.at), desc(e.seq)] : [desc(e.seq)]))
      .limit(most);
  }

  const actedBy = (actor: string | undefined, action: Action | undefined) => [
    actor === undefined ? undefined : eq(e.actorId, actor),
    action && eq(e.action, action),
    action === undefined || action === "answer.saved" ? undefined : notSaves,
  ];

  const within = ({ from, until }: TrailFilter) => [from && gte(e.at, from), until && lt(e.at, until)];

  async function takeOlder(tx: Transaction, org: string, kind: AttemptKind, window: Date) {
    const older = await dialect.locked(
      tx
        .select()
        .from(c)
        .where(and(eq(c.org, org), eq(c.kind, kind), ne(c.window, window)))
        .orderBy(asc(c.window)),
      c,
    );
    for (const row of older) await tx.delete(c).where(and(eq(c.org, org), eq(c.kind, kind), eq(c.window, row.window)));
    return older.map(unlistedOf).filter(({ attempts }) => attempts > 0);
  }

  return {
    async trail(org, filter) {
      const { actions, most } = filter;
      if (actions === undefined) return (await eventsOf(org, filter)).map(eventOf);
      const found: StoredAuditEvent[] = [];
      for (const action of actions) found.push(...(await eventsOf(org, filter, action)).map(eventOf));
      return found.sort((one, other) => other.seq - one.seq).slice(0, most);
    },

    add: (org, event) => write(org, event, async () => {}),

    note: async ({ org, kind, window, most, unlisted, audit }) => {
      const { isListed } = await write(
        org,
        ({ isListed, older }: Noted) => [...older.map(unlisted), ...(isListed ? [audit] : [])],
        async (tx) => {
          const older = await takeOlder(tx, org, kind, window);
          const own = and(eq(c.org, org), eq(c.kind, kind), eq(c.window, window));
          await tx.insert(c).values({ org, kind, window, attempts: 0, listed: 0 }).onConflictDoNothing();
          const [row] = await dialect.locked(tx.select().from(c).where(own), c);
          const { attempts, listed } = row ?? { attempts: 0, listed: 0 };
          const isListed = listed < most;
          await tx
            .update(c)
            .set({ attempts: attempts + 1, listed: isListed ? listed + 1 : listed })
            .where(own);
          return { isListed, older };
        },
      );
      return isListed;
    },

    async unlisted(org) {
      const rows = await read.select().from(c).where(eq(c.org, org)).orderBy(asc(c.window));
      return rows.map(unlistedOf).filter(({ attempts }) => attempts > 0);
    },
  };
}

type Noted = { readonly isListed: boolean; readonly older: readonly UnlistedAttempts[] };

function unlistedOf({ kind, window, attempts, listed }: Tables["attemptCounts"]["$inferSelect"]): UnlistedAttempts {
  return { kind, window, attempts: attempts - listed };
}

function eventOf(row: Row): StoredAuditEvent {
  const { seq, at, actor, action, details, subjectType, subjectId, address, agent } = row;
  const from = address === null && agent === null ? {} : { from: withoutNulls({ address, agent }) };
  // Kept from one AuditEvent, so action, subject and details belong together; the columns apart cannot say so.
  return {
    seq,
    at,
    actor,
    action,
    details,
    subject: { type: subjectType, id: subjectId },
    ...from,
  } as StoredAuditEvent;
}
