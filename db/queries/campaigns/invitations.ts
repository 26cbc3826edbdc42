import { and, eq } from "drizzle-orm";
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
  async function change(tx: Transaction, org: string, id: string, changes: Changes): Promise<void> {
    const [changed] = await tx
      .update(t.invitations)
      .set(changes)
      .where(and(eq(t.invitations.org, org), eq(t.invitations.id, id)))
      .returning({ id: t.invitations.id });
    if (changed === undefined) throw new MissingError("invitation", id);
  }
  /** Held until the write is kept, so that two people who send again at once send once. */
  async function hasFailed(tx: Transaction, org: string, id: string): Promise<boolean> {
    const [invitation] = await dialect.locked(
      tx
        .select({ lastMail: t.invitations.lastMail })
        .from(t.invitations)
        .where(and(eq(t.invitations.org, org), eq(t.invitations.id, id))),
      t.invitations,
    );
    if (!invitation?.lastMail) return false;
    const [mail] = await tx
      .select({ state: t.mails.state })
      .from(t.mails)
      .where(and(eq(t.mails.org, org), eq(t.mails.id, invitation.lastMail)));
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

    resend: ({ org, id, mail, audit }) => write(org, audit, (tx) => queueMail(tx, { ...mail, org, invitation: id })),

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
      write(org, audit, async (tx) => {
        await change(tx, org, id, { generation, expiresAt });
        await endLinks(tx, org, id, { state: "replaced", at });
        await tx.insert(t.links).values({ org, invitation: id, generation, tokenHash, state: "active" });
        if (mail) await queueMail(tx, { ...mail, org, invitation: id });
      }),

    extend: ({ org, id, expiresAt, audit }) => write(org, audit, (tx) => change(tx, org, id, { expiresAt })),

    withdraw: ({ org, id, at, audit }) =>
      write(org, audit, async (tx) => {
        await change(tx, org, id, { state: "withdrawn" });
        await endLinks(tx, org, id, { state: "revoked", at });
      }),

    decline: ({ org, id, audit }) =>
      write(org, audit, async (tx) => {
        const [declined] = await tx
          .update(t.invitations)
          .set({ state: "declined" })
          .where(and(eq(t.invitations.org, org), eq(t.invitations.id, id), eq(t.invitations.state, "invited")))
          .returning({ id: t.invitations.id });
        if (declined === undefined) throw new MissingError("open invitation", id);
      }),

    unsubscribe: ({ org, id, at, audit }) => write(org, audit, (tx) => change(tx, org, id, { unsubscribedAt: at })),
  };
}
