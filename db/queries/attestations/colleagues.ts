import { and, asc, count, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Transaction } from "#db/database/transaction";
import { LockedError, MissingError } from "#db/errors";
import { columnsOf } from "#db/queries/columns";
import { mailQueue } from "#db/queries/mails/queue-mails";
import type { QueryContext } from "#db/queries/query-context";
import { withoutNulls } from "#db/queries/without-nulls";
import type { Store } from "#db/store";
import { attestationStates } from "./attestation-state";

type Named = { readonly org: string; readonly attestation: string; readonly colleague: string };

/** Inside a write of a colleague's: whether they are still asked. Whoever asks holds them until the write is over. */
export function colleagueStates({ tables: { colleagues: c }, dialect }: QueryContext) {
  const named = ({ org, attestation, colleague }: Named) =>
    and(eq(c.org, org), eq(c.attestation, attestation), eq(c.id, colleague), isNull(c.withdrawnAt));

  return {
    /** Throws LockedError once they were taken back. */
    async requireAsked(tx: Transaction, one: Named): Promise<void> {
      const [found] = await dialect.locked(tx.select({ id: c.id }).from(c).where(named(one)), c);
      if (found === undefined) throw new LockedError("taken-back");
    },

    /** Keeps when they first opened their link. Throws LockedError once they were taken back. */
    async openAs(tx: Transaction, one: Named & { readonly at: Date }): Promise<void> {
      const [opened] = await tx
        .update(c)
        .set({ openedAt: sql`coalesce(${c.openedAt}, ${sql.param(one.at, c.openedAt)})` })
        .where(named(one))
        .returning({ id: c.id });
      if (opened === undefined) throw new LockedError("taken-back");
    },
  };
}

/** Inside a write: how the link of a colleague ends. */
export function colleagueEnds({ tables: t }: QueryContext) {
  const { colleagues: c, supplierSessions: s, mails: m } = t;

  async function endSessions(tx: Transaction, org: string, attestation: string, id: string): Promise<void> {
    await tx.delete(s).where(and(eq(s.org, org), eq(s.attestation, attestation), eq(s.colleague, id)));
  }

  /** Mails to them that wait: the link in them would open nothing. */
  async function stopMails(tx: Transaction, org: string, attestation: string, id: string): Promise<void> {
    const { attestations } = t;
    const invitation = tx
      .select({ id: attestations.invitation })
      .from(attestations)
      .where(and(eq(attestations.org, org), eq(attestations.id, attestation)));
    await tx
      .update(m)
      .set({ state: "failed", lastError: "taken-back" })
      .where(and(eq(m.org, org), inArray(m.invitation, invitation), eq(m.colleague, id), eq(m.state, "queued")));
  }

  return {
    endSessions,
    stopMails,

    /** Takes back what was asked, with sessions and mails. @returns whether it did: not where it was done before */
    async endLink(
      tx: Transaction,
      one: { org: string; attestation: string; id: string; at: Date; returnNote?: string },
    ): Promise<boolean> {
      const { org, attestation, id, at, returnNote } = one;
      const [done] = await tx
        .update(c)
        .set({ withdrawnAt: at, returnNote })
        .where(and(eq(c.org, org), eq(c.attestation, attestation), eq(c.id, id), isNull(c.withdrawnAt)))
        .returning({ id: c.id });
      if (done === undefined) return false;
      await endSessions(tx, org, attestation, id);
      await stopMails(tx, org, attestation, id);
      return true;
    },
  };
}

export function colleagueQueries(context: QueryContext): Store["colleagues"] {
  const { tables: t, read, write } = context;
  const { colleagues: c, supplierSessions: s, answers: a } = t;
  const { queueMail } = mailQueue(context);
  const { requireOpen } = attestationStates(context);
  const { colleague } = columnsOf(t);

  const { endSessions, stopMails, endLink } = colleagueEnds(context);

  return {
    async list(org, attestation) {
      const rows = await read
        .select(colleague)
        .from(c)
        .where(and(eq(c.org, org), eq(c.attestation, attestation)))
        .orderBy(asc(c.askedAt), asc(c.id));
      return rows.map((row) => withoutNulls(row));
    },

    async get(org, id) {
      const [row] = await read
        .select(colleague)
        .from(c)
        .where(and(eq(c.org, org), eq(c.id, id)));
      return row && withoutNulls(row);
    },

    async byToken(tokenHash) {
      const [row] = await read.select(colleague).from(c).where(eq(c.tokenHash, tokenHash));
      return row && withoutNulls(row);
    },

    async bySession(org, sessionHash) {
      const [row] = await read
        .select(colleague)
        .from(s)
        .innerJoin(c, and(eq(c.org, s.org), eq(c.id, s.colleague), eq(c.attestation, s.attestation)))
        .where(and(eq(s.org, org), eq(s.sessionHash, sessionHash)));
      return row && withoutNulls(row);
    },

    async answers(org, attestation) {
      const rows = await read
        .select({ question: a.question, id: c.id, name: c.name })
        .from(a)
        .leftJoin(c, and(eq(c.org, a.org), eq(c.id, a.colleague)))
        .where(and(eq(a.org, org), eq(a.attestation, attestation)))
        .orderBy(asc(a.question), asc(a.revision));
      const newest = new Map(rows.map((row) => [row.question, row]));
      return [...newest.values()].flatMap(({ question, id, name }) =>
        id === null || name === null ? [] : [{ question, id, name }],
      );
    },

    ask: ({ colleague: asked, most, mail, audit }) =>
      write(
        asked.org,
        (outcome: "asked" | "there" | "full") => (outcome === "asked" ? [audit] : []),
        async (tx) => {
          const { org, attestation } = asked;
          // Holds the attestation, so that two who ask at once are counted one after the other.
          await requireOpen(tx, { org, id: attestation });
          const [before] = await tx
            .select({ all: count() })
            .from(c)
            .where(and(eq(c.org, org), eq(c.attestation, attestation)));
          const [there] = await tx
            .select({ id: c.id })
            .from(c)
            .where(and(eq(c.org, org), eq(c.id, asked.id)));
          if (there !== undefined) return "there";
          if ((before?.all ?? 0) >= most) return "full";
          await tx.insert(c).values(asked);
          if (mail) await queueMail(tx, { ...mail, org, colleague: asked.id });
          return "asked";
        },
      ),

    renew: ({ org, attestation, id, email, generation, linkGeneration, tokenHash, mail, audit }) =>
      write(org, audit, async (tx) => {
        await requireOpen(tx, { org, id: attestation });
        const [renewed] = await tx
          .update(c)
          .set({ email, generation, linkGeneration, tokenHash })
          .where(
            and(
              eq(c.org, org),
              eq(c.attestation, attestation),
              eq(c.id, id),
              eq(c.generation, generation - 1),
              isNull(c.withdrawnAt),
              isNull(c.erasedAt),
            ),
          )
          .returning({ id: c.id });
        if (renewed === undefined) throw new MissingError("colleague who is asked", id);
        await endSessions(tx, org, attestation, id);
        await stopMails(tx, org, attestation, id);
        if (mail) await queueMail(tx, { ...mail, org, colleague: id });
      }),

    withdraw: ({ org, attestation, id, at, returned, audit }) =>
      write(
        org,
        (isDone: boolean) => (isDone ? [audit] : []),
        async (tx) => {
          const own = and(eq(c.org, org), eq(c.attestation, attestation), eq(c.id, id));
          const [found] = await tx.select({ id: c.id }).from(c).where(own);
          if (found === undefined) throw new MissingError("colleague", id);
          if (!(await endLink(tx, { org, attestation, id, at, returnNote: returned?.note }))) return false;
          if (returned?.mail) await queueMail(tx, { ...returned.mail, org, colleague: id });
          return true;
        },
      ),
  };
}
