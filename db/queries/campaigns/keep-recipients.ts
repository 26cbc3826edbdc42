import { and, eq, sql } from "drizzle-orm";
import { MissingError } from "#db/errors";
import type { Ground } from "#db/queries/ground";
import type { NewRecipient } from "#db/store";

/** Inside a write: keeps that a supplier is to be asked in a campaign. */
export function memberKeeper({ tables: t, writer }: Ground): (org: string, campaign: string, supplier: string) => void {
  const at = sql.placeholder;
  const choose = writer
    .insert(t.campaignSuppliers)
    .values({ org: at("org"), campaign: at("campaign"), supplier: at("supplier") })
    .onConflictDoNothing()
    .prepare();
  return (org, campaign, supplier) => {
    choose.run({ org, campaign, supplier });
  };
}

/** Inside a write: keeps who is invited. Prepared, because a launch invites a hundred thousand. */
export function recipientKeeper({ tables: t, writer }: Ground) {
  const at = sql.placeholder;
  const chosen = writer
    .select({
      number: t.suppliers.number,
      invited: t.invitations.id,
      to: t.contacts.email,
      language: t.contacts.language,
    })
    .from(t.campaignSuppliers)
    .innerJoin(
      t.suppliers,
      and(eq(t.suppliers.org, t.campaignSuppliers.org), eq(t.suppliers.id, t.campaignSuppliers.supplier)),
    )
    .innerJoin(
      t.contacts,
      and(
        eq(t.contacts.org, t.campaignSuppliers.org),
        eq(t.contacts.id, at("contact")),
        eq(t.contacts.supplier, t.campaignSuppliers.supplier),
      ),
    )
    .leftJoin(
      t.invitations,
      and(
        eq(t.invitations.org, t.campaignSuppliers.org),
        eq(t.invitations.campaign, t.campaignSuppliers.campaign),
        eq(t.invitations.supplier, t.campaignSuppliers.supplier),
      ),
    )
    .where(
      and(
        eq(t.campaignSuppliers.org, at("org")),
        eq(t.campaignSuppliers.campaign, at("campaign")),
        eq(t.campaignSuppliers.supplier, at("supplier")),
      ),
    )
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

  /**
   * An invitation with its link, its attestation and its first mail; false, and nothing is kept, when the supplier has one
   * already. The mail goes where the contact is found now: an import may have changed that since the caller looked. Throws
   * MissingError for a supplier that was not chosen, and for a contact that is not theirs.
   */
  return (org: string, campaign: string, { invitation, attestation, mail }: NewRecipient): boolean => {
    const { id, supplier, contact, generation, tokenHash } = invitation;
    const known = chosen.get({ org, campaign, supplier, contact });
    if (known === undefined) throw new MissingError("chosen supplier with this contact", supplier);
    const { to, language } = known;
    if (known.invited !== null) return false;
    insertInvitation.run({ ...invitation, org, campaign, number: known.number, lastMail: mail.id });
    insertLink.run({ org, invitation: id, generation, tokenHash });
    const number = Number(/\d+$/.exec(attestation.reference)?.[0] ?? 0);
    insertAttestation.run({ ...attestation, org, invitation: id, number });
    insertMail.run({ ...mail, org, invitation: id, to, language });
    return true;
  };
}
