import {
  and,
  asc,
  count,
  eq,
  exists,
  inArray,
  isNotNull,
  isNull,
  lte,
  min,
  ne,
  not,
  notInArray,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import type { Action } from "#db/audit";
import type { QueryContext } from "#db/queries/query-context";
import type { AttestationClass, Store } from "#db/store";
import type { RetentionClass } from "#terms/retention/retention-classes";
import { heldSubjects, isAllHeld, isHeld } from "./holds";

/** Events of removals never go: they are all that is left to say that something was there. */
export const lastingActions: readonly Action[] = ["attestation.removed", "events.removed"];

/** What of each class is due, as conditions: each knows its own instant, and leaves out what is held. */
export function dueThings(context: QueryContext) {
  const { tables: t, read } = context;
  const { attestations: a, invitations: i, campaigns: c, links: l, auditEvents: e, mails: m, inboundMails: n } = t;

  const ofAttestation = and(eq(i.org, a.org), eq(i.id, a.invitation));
  const ofInvitation = and(eq(c.org, a.org), eq(c.id, i.campaign));
  const unsent = and(eq(a.state, "open"), or(isNotNull(a.startedAt), isNotNull(i.declinedHint)));
  const isRevoked = and(eq(l.org, a.org), eq(l.invitation, i.id), eq(l.state, "revoked"));
  const isDeclined = and(eq(e.org, a.org), eq(e.subjectId, i.id), eq(e.action, "invitation.declined"));
  const isClosed = and(unsent, eq(c.state, "closed"));
  const isWithdrawn = and(unsent, eq(i.state, "withdrawn"));
  const hasDeclined = and(unsent, eq(i.state, "declined"));

  /** Whichever ended the link first: its own end, the campaign's, the buyer, or the supplier. */
  function hasEnded(until: Date): SQL | undefined {
    const one = { one: sql`1` };
    return or(
      lte(i.expiresAt, until),
      and(isClosed, lte(c.closedAt, until)),
      and(
        isWithdrawn,
        exists(
          read
            .select(one)
            .from(l)
            .where(and(isRevoked, lte(l.changedAt, until))),
        ),
      ),
      and(
        hasDeclined,
        exists(
          read
            .select(one)
            .from(e)
            .where(and(isDeclined, lte(e.at, until))),
        ),
      ),
    );
  }

  const isDue = (org: string, kind: AttestationClass, until: Date) =>
    and(
      eq(a.org, org),
      kind === "submissions" ? and(eq(a.state, "submitted"), lte(a.submittedAt, until)) : and(unsent, hasEnded(until)),
    );

  const isFree = (org: string) => not(isHeld(context, org, i.supplier));

  const removableEvents = (org: string) =>
    and(
      eq(e.org, org),
      notInArray(e.action, [...lastingActions]),
      ...heldSubjects(context, org).map((subjects) => notInArray(e.subjectId, subjects)),
    );

  /** What still waits to be sent needs its address. */
  const clearableMails = (org: string) =>
    and(eq(m.org, org), ne(m.state, "queued"), ne(m.to, ""), inArray(m.invitation, freeInvitations(org)));

  const clearableInbound = (org: string) =>
    and(
      eq(n.org, org),
      or(ne(n.from, ""), ne(n.subject, ""), ne(n.said, "")),
      or(isNull(n.invitation), inArray(n.invitation, freeInvitations(org))),
    );

  const freeInvitations = (org: string) =>
    read
      .select({ id: i.id })
      .from(i)
      .where(and(eq(i.org, org), isFree(org)));

  return {
    ofAttestation,
    ofInvitation,
    unsent,
    isDue,
    isFree,
    isRevoked,
    isDeclined,
    isClosed,
    isWithdrawn,
    hasDeclined,
    removableEvents,
    clearableMails,
    clearableInbound,
  };
}

export function dueQueries(context: QueryContext): Pick<Store["retention"], "oldest" | "count" | "due"> {
  const { tables: t, read } = context;
  const { attestations: a, invitations: i, campaigns: c, links: l, auditEvents: e, mails: m, inboundMails: n } = t;
  const things = dueThings(context);
  const { ofAttestation, ofInvitation, isDue, isFree, removableEvents, clearableMails, clearableInbound } = things;

  async function oldestUnsent(org: string): Promise<Date | undefined> {
    const [own] = await read
      .select({
        expired: min(i.expiresAt),
        closed: sql`min(${c.closedAt}) filter (where ${things.isClosed})`.mapWith(c.closedAt),
      })
      .from(a)
      .innerJoin(i, ofAttestation)
      .innerJoin(c, ofInvitation)
      .where(and(eq(a.org, org), isFree(org), things.unsent));
    const [revoked] = await read
      .select({ at: min(l.changedAt) })
      .from(a)
      .innerJoin(i, ofAttestation)
      .innerJoin(l, things.isRevoked)
      .where(and(eq(a.org, org), isFree(org), things.isWithdrawn));
    const [declined] = await read
      .select({ at: min(e.at) })
      .from(a)
      .innerJoin(i, ofAttestation)
      .innerJoin(e, things.isDeclined)
      .where(and(eq(a.org, org), isFree(org), things.hasDeclined));
    const known = [own?.expired, own?.closed, revoked?.at, declined?.at].flatMap((at) => at ?? []);
    return known.length === 0 ? undefined : new Date(Math.min(...known.map((at) => at.getTime())));
  }

  const oldest: { readonly [K in RetentionClass]: (org: string) => Promise<Date | undefined> } = {
    unsent: oldestUnsent,
    async submissions(org) {
      const [row] = await read
        .select({ at: min(a.submittedAt) })
        .from(a)
        .innerJoin(i, ofAttestation)
        .where(and(eq(a.org, org), eq(a.state, "submitted"), isFree(org)));
      return row?.at ?? undefined;
    },
    async events(org) {
      if (await isAllHeld(context, read, org)) return undefined;
      const [row] = await read.select({ at: e.at }).from(e).where(removableEvents(org)).orderBy(asc(e.seq)).limit(1);
      return row?.at;
    },
    async mails(org) {
      const [row] = await read
        .select({ at: min(m.queuedAt) })
        .from(m)
        .where(clearableMails(org));
      const [came] = await read
        .select({ at: min(n.receivedAt) })
        .from(n)
        .where(clearableInbound(org));
      const known = [row?.at, came?.at].flatMap((at) => at ?? []);
      return known.length === 0 ? undefined : new Date(Math.min(...known.map((at) => at.getTime())));
    },
  };

  async function countOf(org: string, kind: RetentionClass, until: Date): Promise<number> {
    const all = { all: count() };
    switch (kind) {
      case "submissions":
      case "unsent":
        return first(
          await read
            .select(all)
            .from(a)
            .innerJoin(i, ofAttestation)
            .innerJoin(c, ofInvitation)
            .where(and(isDue(org, kind, until), isFree(org))),
        );
      case "events":
        if (await isAllHeld(context, read, org)) return 0;
        return first(
          await read
            .select(all)
            .from(e)
            .where(and(removableEvents(org), lte(e.at, until))),
        );
      case "mails":
        return (
          first(
            await read
              .select(all)
              .from(m)
              .where(and(clearableMails(org), lte(m.queuedAt, until))),
          ) +
          first(
            await read
              .select(all)
              .from(n)
              .where(and(clearableInbound(org), lte(n.receivedAt, until))),
          )
        );
    }
  }

  return {
    oldest: (org, kind) => oldest[kind](org),
    count: countOf,
    async due(org, { kind, until, most }) {
      const rows = await read
        .select({ id: a.id })
        .from(a)
        .innerJoin(i, ofAttestation)
        .innerJoin(c, ofInvitation)
        .where(and(isDue(org, kind, until), isFree(org)))
        .orderBy(asc(a.id))
        .limit(most);
      return rows.map(({ id }) => id);
    },
  };
}

function first([row]: readonly { readonly all: number }[]): number {
  return row?.all ?? 0;
}
