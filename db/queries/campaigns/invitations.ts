import { and, eq, ne, type SQL } from "drizzle-orm";
import type { AuditEvent } from "#db/audit";
import { type Transaction, valueFor } from "#db/database/transaction";
import { MissingError } from "#db/errors";
import { headerOf, prepareDetails } from "#db/queries/attestations/attestation-details";
import { mailQueue } from "#db/queries/mails/queue-mails";
import type { QueryContext } from "#db/queries/query-context";
import type { NewMail, Store } from "#db/store";
import { recipientOf } from "./recipients";

export function invitationQueries(context: QueryContext): Store["invitations"] {
  const { tables: t, read, write, dialect } = context;
  const { queueMail, queueMails } = mailQueue(context);
  const link = read
    .select({ org: t.links.org, invitation: t.links.invitation, state: t.links.state, changedAt: t.links.changedAt })
    .from(t.links)
    .where(eq(t.links.tokenHash, valueFor(t.links.tokenHash, "hash")))
    .prepare();
  const cover = prepareDetails(
    context,
    and(
      eq(t.attestations.org, valueFor(t.attestations.org, "org")),
      eq(t.attestations.invitation, valueFor(t.attestations.invitation, "invitation")),
    ),
  );

  type Changes = Partial<QueryContext["tables"]["invitations"]["$inferInsert"]>;
  /** Changes an invitation while `still` holds of it, and says whether it did: somebody may have been faster. */
  async function changeWhile(
    tx: Transaction,
    { org, id }: { readonly org: string; readonly id: string },
    still: SQL | undefined,
    changes: Changes,
  ): Promise<boolean> {
    const own = and(eq(t.invitations.org, org), eq(t.invitations.id, id));
    const [changed] = await tx
      .update(t.invitations)
      .set(changes)
      .where(and(own, still))
      .returning({ id: t.invitations.id });
    if (changed !== undefined) return true;
    const [there] = still ? await tx.select({ id: t.invitations.id }).from(t.invitations).where(own) : [];
    if (there === undefined) throw new MissingError("invitation", id);
    return false;
  }
  /** Held until the write is kept, so that two people who send again at once send once. */
  async function newestMail(tx: Transaction, org: string, id: string): Promise<string | undefined> {
    const [invitation] = await dialect.locked(
      tx
        .select({ lastMail: t.invitations.lastMail })
        .from(t.invitations)
        .where(and(eq(t.invitations.org, org), eq(t.invitations.id, id))),
      t.invitations,
    );
    if (invitation === undefined) throw new MissingError("invitation", id);
    return invitation.lastMail ?? undefined;
  }
  async function hasFailed(tx: Transaction, org: string, id: string): Promise<boolean> {
    const newest = await newestMail(tx, org, id);
    if (newest === undefined) return false;
    const [mail] = await tx
      .select({ state: t.mails.state })
      .from(t.mails)
      .where(and(eq(t.mails.org, org), eq(t.mails.id, newest)));
    return mail?.state === "failed";
  }
  async function endLinks(
    tx: Transaction,
    org: string,
    invitation: string,
    ended: { readonly state: "replaced" | "revoked"; readonly at: Date },
  ): Promise<void> {
    await tx
      .update(t.links)
      .set({ state: ended.state, changedAt: ended.at })
      .where(and(eq(t.links.org, org), eq(t.links.invitation, invitation), eq(t.links.state, "active")));
  }

  return {
    get: (org, id) => recipientOf(context, org, id),

    async byToken(hash) {
      const [found] = await link.execute({ hash });
      if (found === undefined) return undefined;
      const [row] = await cover.execute({ org: found.org, invitation: found.invitation });
      return row && { link: found.state, linkChangedAt: found.changedAt ?? undefined, file: headerOf(row) };
    },

    resend: ({ org, id, after, mail, audit }) =>
      write(org, onlyIfDone(audit), async (tx) => {
        const newest = await newestMail(tx, org, id);
        if (after !== undefined && newest !== after) return false;
        await queueMail(tx, { ...mail, org, invitation: id });
        return true;
      }),

    async resendFailed({ org, mails }) {
      const { queued } = await write<{ queued: number; events: readonly AuditEvent[] }>(
        org,
        ({ events }) => events,
        async (tx) => {
          const events: AuditEvent[] = [];
          const again: NewMail[] = [];
          for (const { mail, audit } of mails) {
            if (!(await hasFailed(tx, org, mail.invitation))) continue;
            again.push({ ...mail, org });
            events.push(audit);
          }
          await queueMails(tx, again);
          return { queued: again.length, events };
        },
      );
      return queued;
    },

    replaceLink: ({ org, id, generation, tokenHash, at, expiresAt, mail, audit }) =>
      write(org, onlyIfDone(audit), async (tx) => {
        const before = eq(t.invitations.generation, generation - 1);
        if (!(await changeWhile(tx, { org, id }, before, { generation, expiresAt }))) return false;
        await endLinks(tx, org, id, { state: "replaced", at });
        await tx.insert(t.links).values({ org, invitation: id, generation, tokenHash, state: "active" });
        if (mail) await queueMail(tx, { ...mail, org, invitation: id });
        return true;
      }),

    extend: ({ org, id, from, expiresAt, audit }) =>
      write(org, onlyIfDone(audit), (tx) =>
        changeWhile(tx, { org, id }, from && eq(t.invitations.expiresAt, from), { expiresAt }),
      ),

    withdraw: ({ org, id, at, audit }) =>
      write(org, onlyIfDone(audit), async (tx) => {
        const open = ne(t.invitations.state, "withdrawn");
        if (!(await changeWhile(tx, { org, id }, open, { state: "withdrawn" }))) return false;
        await endLinks(tx, org, id, { state: "revoked", at });
        return true;
      }),

    decline: ({ org, id, reason, hint, audit }) =>
      write(org, audit, async (tx) => {
        const [declined] = await tx
          .update(t.invitations)
          .set({ state: "declined", declinedReason: reason, declinedHint: hint })
          .where(and(eq(t.invitations.org, org), eq(t.invitations.id, id), eq(t.invitations.state, "invited")))
          .returning({ id: t.invitations.id });
        if (declined === undefined) throw new MissingError("open invitation", id);
      }),

    async unsubscribe({ org, id, at, audit }) {
      await write(org, audit, (tx) => changeWhile(tx, { org, id }, undefined, { unsubscribedAt: at }));
    },
  };
}

/** The event of a write that says whether it did anything. */
const onlyIfDone = (audit: AuditEvent) => (isDone: boolean) => (isDone ? [audit] : []);
