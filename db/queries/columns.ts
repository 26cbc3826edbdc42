import { getTableColumns } from "drizzle-orm";
import type { Tables } from "#db/tables";

/** The columns that make each record, without what the store keeps for itself. */
export function columnsOf(t: Tables) {
  const { passwordHash, ...user } = getTableColumns(t.users);
  const { id, org, ref, name, country, place, externalId, createdAt, archivedAt, archivedBy } = t.suppliers;
  const { position, emailKey, ...contact } = getTableColumns(t.contacts);
  const { lastMail, deliveredAt, number: listed, remindAt, round, ...invitation } = getTableColumns(t.invitations);
  const { number, ...attestation } = getTableColumns(t.attestations);
  const { org: declarationOrg, attestation: declared, ...declaration } = getTableColumns(t.declarations);
  const { org: voidOrg, attestation: voidOf, ...voided } = getTableColumns(t.voids);
  const {
    org: evidenceOrg,
    attestation: evidenced,
    position: evidencePosition,
    removedAt,
    removedBy,
    releasedBy,
    ...evidence
  } = getTableColumns(t.evidence);
  const { org: returnOrg, ...returned } = getTableColumns(t.returns);
  const { tokenHash, ...colleague } = getTableColumns(t.colleagues);
  const { heldLane, lease, ...job } = getTableColumns(t.jobs);
  return {
    organisation: getTableColumns(t.organisations),
    user,
    supplier: { org, id, ref, name, country, place, externalId, createdAt, archivedAt, archivedBy },
    contact,
    campaign: getTableColumns(t.campaigns),
    invitation,
    attestation,
    declaration,
    voided,
    returned,
    evidence,
    colleague,
    mail: getTableColumns(t.mails),
    job,
  };
}
