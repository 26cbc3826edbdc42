import { and, eq, sql } from "drizzle-orm";
import { MissingError } from "#db/errors";
import type { NewRecipient } from "#db/store";
import type { Ground } from "./ground";

/** Inside a write: keeps who is asked in a campaign. Prepared, because a launch invites a hundred thousand. */
export function recipientKeeper({ tables: t, writer }: Ground) {
  const at = sql.placeholder;
  const choose = writer
    .insert(t.campaignSuppliers)
    .values({ org: at("org"), campaign: at("campaign"), supplier: at("supplier") })
    .onConflictDoNothing()
    .prepare();
  const numberOf = writer
    .select({ number: t.suppliers.number })
    .from(t.suppliers)
    .where(and(eq(t.suppliers.org, at("org")), eq(t.suppliers.id, at("supplier"))))
    .prepare();
  const insertInvitation = writer
    .insert(t.invitations)
    .values({
      org: at("org"),
      id: at("id"),
      campaign: at("campaign"),
      supplier: at("supplier"),
      contact: at("contact"),
      generation: at("generation"),
      state: "invited",
      expiresAt: at("expiresAt"),
      createdAt: at("createdAt"),
      number: at("number"),
      lastMail: at("lastMail"),
    })
    .prepare();
  const insertLink = writer
    .insert(t.links)
    .values({
      org: at("org"),
      invitation: at("invitation"),
      generation: at("generation"),
      tokenHash: at("tokenHash"),
      state: "active",
    })
    .prepare();
  const insertAttestation = writer
    .insert(t.attestations)
    .values({
      org: at("org"),
      id: at("id"),
      invitation: at("invitation"),
      reference: at("reference"),
      number: at("number"),
      questionnaire: at("questionnaire"),
      version: at("version"),
      state: at("state"),
      revision: at("revision"),
    })
    .prepare();
  const insertMail = writer
    .insert(t.mails)
    .values({
      org: at("org"),
      id: at("id"),
      kind: at("kind"),
      invitation: at("invitation"),
      to: at("to"),
      language: at("language"),
      messageId: at("messageId"),
      state: "queued",
      attempts: 0,
      queuedAt: at("queuedAt"),
      dueAt: at("dueAt"),
    })
    .prepare();

  return {
    choose(org: string, campaign: string, supplier: string): void {
      choose.run({ org, campaign, supplier });
    },

    /** An invitation with its link, its attestation and its first mail. Throws MissingError. */
    invite(org: string, campaign: string, { invitation, attestation, mail }: NewRecipient): void {
      const { id, supplier, generation, tokenHash } = invitation;
      const known = numberOf.get({ org, supplier });
      if (known === undefined) throw new MissingError("supplier", supplier);
      insertInvitation.run({ ...invitation, org, campaign, number: known.number, lastMail: mail.id });
      insertLink.run({ org, invitation: id, generation, tokenHash });
      const number = Number(/\d+$/.exec(attestation.reference)?.[0] ?? 0);
      insertAttestation.run({ ...attestation, org, invitation: id, number });
      insertMail.run({ ...mail, org, invitation: id });
      choose.run({ org, campaign, supplier });
    },
  };
}
