import { and, eq, sql } from "drizzle-orm";
import { prepared, type Transaction, valueFor } from "#db/database/transaction";
import { MissingError } from "#db/errors";
import type { QueryContext } from "#db/queries/query-context";
import type { NewRecipient } from "#db/store";

type ChosenSupplier = { readonly org: string; readonly campaign: string; readonly supplier: string };

/** Inside a write: keeps that a supplier is to be asked in a campaign. */
export function chosenSupplierInserts({
  tables: t,
}: QueryContext): (tx: Transaction, chosen: ChosenSupplier) => Promise<void> {
  const at = sql.placeholder;
  const insert = prepared((tx) =>
    tx
      .insert(t.campaignSuppliers)
      .values({ org: at("org"), campaign: at("campaign"), supplier: at("supplier") })
      .onConflictDoNothing()
      .prepare(),
  );
  return async (tx, chosen) => {
    await insert(tx, chosen);
  };
}

/** Inside a write: keeps who is invited. Prepared, because a launch invites a hundred thousand. */
export function recipientInserts({ tables: t }: QueryContext) {
  const at = sql.placeholder;
  const chosen = prepared((tx) =>
    tx
      .select({
        number: t.suppliers.number,
        isArchived: t.suppliers.isArchived,
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
          eq(t.contacts.id, valueFor(t.contacts.id, "contact")),
          eq(t.contacts.supplier, t.campaignSuppliers.supplier),
        ),
      )
      .leftJoin(
        t.invitations,
        and(
          eq(t.invitations.org, t.campaignSuppliers.org),
          eq(t.invitations.campaign, t.campaignSuppliers.campaign),
          eq(t.invitations.supplier, t.campaignSuppliers.supplier),
          eq(t.invitations.correction, 0),
        ),
      )
      .where(
        and(
          eq(t.campaignSuppliers.org, valueFor(t.campaignSuppliers.org, "org")),
          eq(t.campaignSuppliers.campaign, valueFor(t.campaignSuppliers.campaign, "campaign")),
          eq(t.campaignSuppliers.supplier, valueFor(t.campaignSuppliers.supplier, "supplier")),
        ),
      )
      .prepare(),
  );
  const invitationValues = {
    org: at("org"),
    id: at("id"),
    campaign: at("campaign"),
    supplier: at("supplier"),
    contact: at("contact"),
    generation: at("generation"),
    state: "invited" as const,
    expiresAt: at("expiresAt"),
    createdAt: at("createdAt"),
    number: at("number"),
    lastMail: at("lastMail"),
  };
  const insertInvitation = prepared((tx) => tx.insert(t.invitations).values(invitationValues).prepare());
  // A statement of its own: what is prepared has no way to write an instant that is not there.
  const insertReminded = prepared((tx) =>
    tx
      .insert(t.invitations)
      .values({ ...invitationValues, remindAt: at("remindAt") })
      .prepare(),
  );
  const insertLink = prepared((tx) =>
    tx
      .insert(t.links)
      .values({
        org: at("org"),
        invitation: at("invitation"),
        generation: at("generation"),
        tokenHash: at("tokenHash"),
        state: "active",
      })
      .prepare(),
  );
  const insertAttestation = prepared((tx) =>
    tx
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
      .prepare(),
  );
  const insertMail = prepared((tx) =>
    tx
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
      })
      .prepare(),
  );

  /**
   * An invitation with its link, its attestation and its first mail; false, and nothing is kept, when the supplier has one
   * already or was archived since it was chosen. The mail goes where the contact is found now: an import may have changed that since the caller looked. Throws
   * MissingError for a supplier that was not chosen, and for a contact that is not theirs.
   */
  return async (
    tx: Transaction,
    org: string,
    campaign: string,
    { invitation, attestation, mail }: NewRecipient,
  ): Promise<boolean> => {
    const { id, supplier, contact, generation, tokenHash } = invitation;
    const [known] = await chosen(tx, { org, campaign, supplier, contact });
    if (known === undefined) throw new MissingError("chosen supplier with this contact", supplier);
    const { to, language } = known;
    if (known.invited !== null || known.isArchived) return false;
    const insert = invitation.remindAt ? insertReminded : insertInvitation;
    await insert(tx, { ...invitation, org, campaign, number: known.number, lastMail: mail.id });
    await insertLink(tx, { org, invitation: id, generation, tokenHash });
    const number = Number(/\d+$/.exec(attestation.reference)?.[0] ?? 0);
    await insertAttestation(tx, { ...attestation, org, invitation: id, number });
    await insertMail(tx, { ...mail, org, invitation: id, to, language });
    return true;
  };
}
