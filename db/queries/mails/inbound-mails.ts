import { and, count, desc, eq, getTableColumns, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "#db/database/transaction";
import { MissingError } from "#db/errors";
import type { QueryContext } from "#db/queries/query-context";
import { withoutNulls } from "#db/queries/without-nulls";
import type { Store } from "#db/store";
import { stoppingStates } from "#terms/mails/inbound";

type Taken = Parameters<Store["inboundMails"]["take"]>[0];

export function inboundMailQueries(context: QueryContext): Store["inboundMails"] {
  const { tables: t, read, write } = context;
  const { inboundMails: n, contactStates: x, contacts: c, mails: m, invitations: i, suppliers: s } = t;

  /** What is known of the addresses that contacts have now. */
  const lasting = (org: string, contacts: readonly string[]) =>
    and(eq(x.org, org), inArray(x.contact, [...contacts]), isNull(x.endedAt), eq(x.address, c.emailKey));
  const ofContact = and(eq(c.org, x.org), eq(c.id, x.contact));

  /** @throws MissingError for one that is not of the organisation */
  async function requireInvitation(tx: Transaction, { org, invitation }: Taken["message"]): Promise<void> {
    if (invitation === undefined) return;
    const found = await tx
      .select({ id: i.id })
      .from(i)
      .where(and(eq(i.org, org), eq(i.id, invitation)));
    if (found.length === 0) throw new MissingError("invitation", invitation);
  }

  async function keepState(tx: Transaction, { message, state }: Taken): Promise<void> {
    if (state === undefined) return;
    const { org, id: inbound, status, said, receivedAt: since } = message;
    const { contact, address } = state;
    const same = and(eq(x.org, org), eq(x.contact, contact), eq(x.address, address), eq(x.state, state.state));
    const known = await tx
      .select({ inbound: x.inbound })
      .from(x)
      .where(and(same, isNull(x.endedAt)))
      .limit(1);
    if (known.length === 0) await tx.insert(x).values({ ...state, org, inbound, status, said, since });
  }

  return {
    async list(org, { page, pageSize }) {
      const rows = await read
        .select({
          message: getTableColumns(n),
          kind: m.kind,
          campaign: i.campaign,
          supplier: { id: s.id, name: s.name },
        })
        .from(n)
        .leftJoin(m, and(eq(m.org, n.org), eq(m.id, n.mail)))
        .leftJoin(i, and(eq(i.org, n.org), eq(i.id, n.invitation)))
        .leftJoin(s, and(eq(s.org, i.org), eq(s.id, i.supplier)))
        .where(eq(n.org, org))
        .orderBy(desc(n.receivedAt), desc(n.id))
        .limit(pageSize)
        .offset((page - 1) * pageSize);
      const [counted] = await read.select({ total: count() }).from(n).where(eq(n.org, org));
      return {
        rows: rows.map(({ message, kind, campaign, supplier }) => ({
          ...withoutNulls(message),
          ...(kind && campaign && supplier ? { about: { kind, campaign, supplier } } : {}),
        })),
        total: counted?.total ?? 0,
      };
    },

    async mailOf(org, messageIds) {
      if (messageIds.length === 0) return undefined;
      const rows = await read
        .select()
        .from(m)
        .where(and(eq(m.org, org), inArray(m.messageId, [...messageIds])));
      const found = messageIds.flatMap((id) => rows.find(({ messageId }) => messageId === id) ?? [])[0];
      return found && withoutNulls(found);
    },

    async stateOf(org, contact) {
      const rows = await read
        .select(getTableColumns(x))
        .from(x)
        .innerJoin(c, ofContact)
        .where(lasting(org, [contact]))
        .orderBy(desc(x.since), desc(x.inbound));
      const found = rows.find(({ state }) => stoppingStates.includes(state)) ?? rows[0];
      return found && withoutNulls(found);
    },

    async stopped(org, contacts) {
      if (contacts.length === 0) return new Set();
      const rows = await read
        .select({ contact: x.contact })
        .from(x)
        .innerJoin(c, ofContact)
        .where(and(lasting(org, contacts), inArray(x.state, [...stoppingStates])));
      return new Set(rows.map(({ contact }) => contact));
    },

    take: (change) =>
      write(
        change.message.org,
        (isKept: boolean) => (isKept ? [change.audit] : []),
        async (tx) => {
          const { message, failed } = change;
          await requireInvitation(tx, message);
          const kept = await tx.insert(n).values(message).onConflictDoNothing().returning({ id: n.id });
          if (kept.length === 0) return false;
          if (failed !== undefined && message.mail !== undefined) {
            // One that is still being tried by us is not over.
            await tx
              .update(m)
              .set({ state: "failed", lastError: failed })
              .where(and(eq(m.org, message.org), eq(m.id, message.mail), eq(m.state, "sent")));
          }
          await keepState(tx, change);
          return true;
        },
      ),

    confirm: ({ org, contact, at, audit }) =>
      write(
        org,
        (isDone: boolean) => (isDone ? [audit] : []),
        async (tx) => {
          const address = tx
            .select({ emailKey: c.emailKey })
            .from(c)
            .where(and(eq(c.org, org), eq(c.id, contact)));
          const ended = await tx
            .update(x)
            .set({ endedAt: at })
            .where(and(eq(x.org, org), eq(x.contact, contact), isNull(x.endedAt), inArray(x.address, address)))
            .returning({ inbound: x.inbound });
          return ended.length > 0;
        },
      ),
  };
}
