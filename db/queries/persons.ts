import { and, asc, desc, eq, inArray, isNotNull, isNull, min, or, type SQLWrapper, sql } from "drizzle-orm";
import type { Transaction } from "#db/database/transaction";
import { MissingError } from "#db/errors";
import type { Store } from "#db/store";
import { erasedAddress, erasedName } from "#terms/retention/erased";
import { columnsOf } from "./columns";
import type { QueryContext } from "./query-context";
import { withoutNulls } from "./without-nulls";

export function personQueries(context: QueryContext): Store["persons"] {
  const { tables: t, read, write, dialect } = context;
  const columns = columnsOf(t);
  const c = t.contacts;
  const namesIt = (name: SQLWrapper, text: string) => dialect.contains(sql`lower(${name})`, text.toLowerCase());
  const lower = (text: SQLWrapper) => sql`lower(${text})`;
  const ofSupplier = {
    contact: columns.contact,
    supplier: { id: t.suppliers.id, ref: t.suppliers.ref, name: t.suppliers.name },
  };
  const contactsWith = () =>
    read
      .select(ofSupplier)
      .from(c)
      .innerJoin(t.suppliers, and(eq(t.suppliers.org, c.org), eq(t.suppliers.id, c.supplier)))
      .$dynamic();

  /** Everybody who has the address of a contact, itself included. */
  async function sameAddress(reader: Pick<Transaction, "select">, org: string, id: string) {
    const [found] = await reader
      .select({ emailKey: c.emailKey, erasedAt: c.erasedAt })
      .from(c)
      .where(and(eq(c.org, org), eq(c.id, id)));
    return found && { ...found, where: and(eq(c.org, org), eq(c.emailKey, found.emailKey), isNull(c.erasedAt)) };
  }

  async function eraseRows(tx: Transaction, org: string, { id, key, at }: { id: string; key: string; at: Date }) {
    const same = await sameAddress(tx, org, id);
    if (same === undefined) throw new MissingError("contact", id);
    if (same.erasedAt !== null) return false;
    const rows = await tx.select({ id: c.id, supplier: c.supplier }).from(c).where(same.where);
    for (const row of rows) await eraseContactRow(tx, org, row, { key, at });
    await tx
      .update(t.mails)
      .set({
        to: erasedAddress,
        state: sql`case when ${t.mails.state} = 'queued' then 'failed' else ${t.mails.state} end`,
      })
      .where(and(eq(t.mails.org, org), eq(lower(t.mails.to), same.emailKey)));
    // A mail server repeats the address in its answer.
    await tx
      .update(t.mails)
      .set({ lastError: "erased" })
      .where(and(eq(t.mails.org, org), eq(t.mails.to, erasedAddress), eq(t.mails.state, "failed")));
    await tx
      .update(t.invitations)
      .set({ declinedHint: null })
      .where(
        and(
          eq(t.invitations.org, org),
          inArray(
            t.invitations.contact,
            rows.map((row) => row.id),
          ),
        ),
      );
    return true;
  }

  /** Behind all others, so that the next one is written to: places of those who were erased are below zero. */
  async function eraseContactRow(
    tx: Transaction,
    org: string,
    { id, supplier }: { id: string; supplier: string },
    { key, at }: { key: string; at: Date },
  ) {
    const own = and(eq(c.org, org), eq(c.supplier, supplier));
    const [lowest] = await tx
      .select({ position: min(c.position) })
      .from(c)
      .where(own);
    const position = Math.min(lowest?.position ?? 0, 0) - 1;
    await tx
      .update(c)
      .set({ name: null, email: erasedAddress, emailKey: key, erasedAt: at, position })
      .where(and(eq(c.org, org), eq(c.id, id)));
    const [next] = await tx
      .select({ id: c.id, position: c.position })
      .from(c)
      .where(and(own, isNull(c.erasedAt)))
      .orderBy(asc(c.position))
      .limit(1);
    if (next === undefined || next.position === 1) return;
    await tx
      .update(c)
      .set({ position: 1 })
      .where(and(eq(c.org, org), eq(c.id, next.id)));
  }

  return {
    async find(org, { text, most }) {
      const name = { contact: namesIt(c.name, text), user: namesIt(t.users.name, text) };
      const contacts = await contactsWith()
        .where(and(eq(c.org, org), isNull(c.erasedAt), or(eq(c.emailKey, text.toLowerCase()), name.contact)))
        .orderBy(asc(c.emailKey), asc(c.id))
        .limit(most);
      const users = await read
        .select(columns.user)
        .from(t.users)
        .where(
          and(eq(t.users.org, org), isNull(t.users.erasedAt), or(eq(t.users.email, text.toLowerCase()), name.user)),
        )
        .orderBy(asc(t.users.name), asc(t.users.id))
        .limit(most);
      const d = t.declarations;
      const signers = await read
        .select({
          ...{ name: d.name, job: d.job, signedAt: d.signedAt, attestation: d.attestation },
          reference: t.attestations.reference,
          supplier: { id: t.suppliers.id, name: t.suppliers.name },
        })
        .from(d)
        .innerJoin(t.attestations, and(eq(t.attestations.org, d.org), eq(t.attestations.id, d.attestation)))
        .innerJoin(t.invitations, and(eq(t.invitations.org, d.org), eq(t.invitations.id, t.attestations.invitation)))
        .innerJoin(t.suppliers, and(eq(t.suppliers.org, d.org), eq(t.suppliers.id, t.invitations.supplier)))
        .where(and(eq(d.org, org), namesIt(d.name, text)))
        .orderBy(desc(d.signedAt), asc(d.attestation))
        .limit(most);
      return {
        contacts: contacts.map(({ contact, supplier }) => ({ contact: withoutNulls(contact), supplier })),
        users: users.map((row) => withoutNulls(row)),
        signers,
      };
    },

    async contact(org, id) {
      const same = await sameAddress(read, org, id);
      if (same === undefined) return [];
      const rows = await contactsWith()
        .where(same.erasedAt === null ? same.where : and(eq(c.org, org), eq(c.id, id)))
        .orderBy(asc(t.suppliers.ref), asc(c.id));
      return rows.map(({ contact, supplier }) => ({ contact: withoutNulls(contact), supplier }));
    },

    async requests(org, { contacts, most }) {
      if (contacts.length === 0) return [];
      const { id, reference, startedAt, submittedAt } = t.attestations;
      const rows = await read
        .select({
          invitation: columns.invitation,
          campaign: t.campaigns.name,
          attestation: { id, reference, startedAt, submittedAt },
        })
        .from(t.invitations)
        .innerJoin(t.campaigns, and(eq(t.campaigns.org, t.invitations.org), eq(t.campaigns.id, t.invitations.campaign)))
        .innerJoin(
          t.attestations,
          and(eq(t.attestations.org, t.invitations.org), eq(t.attestations.invitation, t.invitations.id)),
        )
        .where(and(eq(t.invitations.org, org), inArray(t.invitations.contact, [...contacts])))
        .orderBy(desc(t.invitations.createdAt), asc(t.invitations.id))
        .limit(most);
      return rows.map(({ invitation, campaign, attestation }) => ({
        invitation: withoutNulls(invitation),
        campaign,
        attestation: withoutNulls(attestation),
      }));
    },

    async mailsTo(org, { email, most }) {
      const rows = await read
        .select(columns.mail)
        .from(t.mails)
        .where(and(eq(t.mails.org, org), eq(lower(t.mails.to), email.toLowerCase())))
        .orderBy(desc(t.mails.queuedAt), asc(t.mails.id))
        .limit(most);
      return rows.map((row) => withoutNulls(row));
    },

    async erased(org, keys) {
      const found = new Set<string>();
      // Some at a time: a list may have a hundred thousand, and a statement takes so many values.
      for (let at = 0; at < keys.length; at += 500) {
        const rows = await read
          .selectDistinct({ key: c.emailKey })
          .from(c)
          .where(and(eq(c.org, org), inArray(c.emailKey, keys.slice(at, at + 500)), isNotNull(c.erasedAt)));
        for (const { key } of rows) found.add(key);
      }
      return found;
    },

    eraseContact: ({ org, id, key, at, audit }) =>
      write(
        org,
        (isDone) => (isDone ? [audit] : []),
        (tx) => eraseRows(tx, org, { id, key, at }),
      ),

    eraseUser: ({ org, id, at, audit }) =>
      write(
        org,
        (isDone) => (isDone ? [audit] : []),
        async (tx) => {
          const own = and(eq(t.users.org, org), eq(t.users.id, id));
          const { email, disabledAt, erasedAt } = t.users;
          const [user] = await tx.select({ email, disabledAt, erasedAt }).from(t.users).where(own);
          // The last administrator cannot be ended, and so not be erased.
          if (user === undefined || user.disabledAt === null) throw new MissingError("user whose access has ended", id);
          if (user.erasedAt !== null) return false;
          // One address stands for one user of the installation, so that each of them needs one of its own.
          await tx
            .update(t.users)
            .set({ name: erasedName, email: `${erasedAddress}-${id}`, passwordHash: erasedAddress, erasedAt: at })
            .where(own);
          for (const table of [t.teamSessions, t.passwordResets, t.recoveryCodes, t.secondFactors]) {
            await tx.delete(table).where(and(eq(table.org, org), eq(table.user, id)));
          }
          await tx
            .update(t.joinings)
            .set({
              email: erasedAddress,
              endedAt: sql`coalesce(${t.joinings.endedAt}, ${sql.param(at, t.joinings.endedAt)})`,
            })
            .where(and(eq(t.joinings.org, org), eq(lower(t.joinings.email), user.email)));
          return true;
        },
      ),
  };
}
