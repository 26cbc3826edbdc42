import { and, eq, sql } from "drizzle-orm";
import { MissingError } from "#db/errors";
import { coverOf, prepareFile } from "#db/queries/attestations/attestation-file";
import type { Ground } from "#db/queries/ground";
import { queueMail } from "#db/queries/mails";
import type { Store } from "#db/store";
import { recipientOf } from "./recipients";

export function invitationQueries(ground: Ground): Store["invitations"] {
  const { tables: t, read, writer, write } = ground;
  const link = read
    .select({ org: t.links.org, invitation: t.links.invitation, state: t.links.state, changedAt: t.links.changedAt })
    .from(t.links)
    .where(eq(t.links.tokenHash, sql.placeholder("hash")))
    .prepare();
  const cover = prepareFile(
    ground,
    and(eq(t.attestations.org, sql.placeholder("org")), eq(t.attestations.invitation, sql.placeholder("invitation"))),
  );

  type Change = Partial<Ground["tables"]["invitations"]["$inferInsert"]>;
  function alter(org: string, id: string, change: Change): void {
    const { changes } = writer
      .update(t.invitations)
      .set(change)
      .where(and(eq(t.invitations.org, org), eq(t.invitations.id, id)))
      .run();
    if (changes === 0) throw new MissingError("invitation", id);
  }
  function endLinks(org: string, invitation: string, state: "replaced" | "revoked", at: Date): void {
    writer
      .update(t.links)
      .set({ state, changedAt: at })
      .where(and(eq(t.links.org, org), eq(t.links.invitation, invitation), eq(t.links.state, "active")))
      .run();
  }
  function mailTo(org: string, invitation: string, mail: Parameters<typeof queueMail>[1]): void {
    queueMail(ground, { ...mail, org, invitation });
  }

  return {
    get: (org, id) => recipientOf(ground, org, id),

    async byToken(hash) {
      const [found] = await link.execute({ hash });
      if (found === undefined) return undefined;
      const [row] = await cover.execute({ org: found.org, invitation: found.invitation });
      return row && { link: found.state, linkChangedAt: found.changedAt ?? undefined, file: coverOf(row) };
    },

    resend: ({ org, id, mail, audit }) => write(org, audit, () => mailTo(org, id, mail)),

    replaceLink: ({ org, id, generation, tokenHash, at, expiresAt, mail, audit }) =>
      write(org, audit, () => {
        alter(org, id, { generation, expiresAt });
        endLinks(org, id, "replaced", at);
        writer.insert(t.links).values({ org, invitation: id, generation, tokenHash, state: "active" }).run();
        if (mail) mailTo(org, id, mail);
      }),

    extend: ({ org, id, expiresAt, audit }) => write(org, audit, () => alter(org, id, { expiresAt })),

    withdraw: ({ org, id, at, audit }) =>
      write(org, audit, () => {
        alter(org, id, { state: "withdrawn" });
        endLinks(org, id, "revoked", at);
      }),

    decline: ({ org, id, audit }) =>
      write(org, audit, () => {
        const invited = and(eq(t.invitations.org, org), eq(t.invitations.id, id), eq(t.invitations.state, "invited"));
        const { changes } = writer.update(t.invitations).set({ state: "declined" }).where(invited).run();
        if (changes === 0) throw new MissingError("open invitation", id);
      }),

    unsubscribe: ({ org, id, at, audit }) => write(org, audit, () => alter(org, id, { unsubscribedAt: at })),
  };
}
