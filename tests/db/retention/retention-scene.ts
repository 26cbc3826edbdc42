import type { AuditDetails, AuditEvent } from "#db/audit";
import type { LegalHold, RetentionTerms } from "#db/records";
import type { Store } from "#db/store";
import { dueUntil } from "#terms/retention/retention-dates";
import { aScene, type Scene } from "#tests/db/scene";
import { aDocument, roomyLimits } from "#tests/support/documents";
import { aCampaign, aDraft, aMail, anAttestation, anEvent, anInvitation } from "#tests/support/factories";
import { aRemoval } from "#tests/support/removals";
import { launchFor } from "#tests/support/world";

export const by = { kind: "system", name: "retention" } as const;

/** Long after everything that the scene does. */
export const later = new Date("2028-06-15T12:00:00.000Z");

const view = { page: 1, pageSize: 10, sort: "rating", direction: "down" } as const;

export const due = (kind: "submissions" | "unsent", months: number) => ({
  kind,
  months,
  until: dueUntil(kind, months, later),
});

/** The scene of the contracts, with what removes from it. */
export function aRetentionScene(open: () => Promise<Store>) {
  const scene = aScene(open);
  const ids = () => ({
    org: scene.world.organisation.id,
    attestation: scene.world.recipient.attestation.id,
    supplier: scene.world.recipient.supplier.id,
  });
  const about = (details: AuditDetails): AuditEvent =>
    anEvent(details, { subject: { type: "attestation", id: ids().attestation } });
  const table = () => scene.store.suppliers.table(ids().org, view);
  return {
    scene,
    ids,
    about,
    setTerms: (terms: RetentionTerms) =>
      scene.store.retention.setTerms({
        org: ids().org,
        terms,
        audit: anEvent({ action: "retention.changed", details: { terms } }),
      }),
    place: (hold: LegalHold) => scene.store.retention.placeHold({ org: ids().org, hold, audit: anEvent() }),
    lift: (id: string) => scene.store.retention.liftHold({ org: ids().org, id, at: later, by, audit: anEvent() }),
    remove: (over: Partial<Parameters<typeof aRemoval>[0]> = {}) => {
      const { org, attestation } = ids();
      return scene.store.retention.removeAttestation(aRemoval({ org, attestation, actor: by, at: later, ...over }));
    },
    /** Answers, a document, and a signature or a draft. */
    async fillIn({ isSigned }: { isSigned: boolean }): Promise<void> {
      const { store } = scene;
      const { org, attestation } = ids();
      await scene.save("B1", 0);
      await scene.save("B1", 1);
      await store.audit.add(org, about({ action: "answer.saved", details: { question: "B1", revision: 1 } }));
      const evidence = aDocument({ id: "evidence-1" });
      await store.evidence.add({ org, attestation, evidence, limits: roomyLimits, audit: anEvent() });
      if (isSigned) await store.attestations.submit(scene.submission(3));
      else await store.attestations.keepDraft({ org, attestation, draft: aDraft(), audit: anEvent() });
    },
    table,
    /** The supplier as the table shows it. */
    row: async () => (await table()).rows.find((one) => one.supplier.id === ids().supplier),
    askAgain: () => askAgain(scene),
  };
}

/** Asks the first supplier in another campaign; returns the attestation. */
async function askAgain({ store, world }: Scene): Promise<string> {
  const org = world.organisation.id;
  const { supplier, contact } = world.recipient;
  const campaign = aCampaign({ org });
  await store.campaigns.create({ campaign, suppliers: [supplier.id], audit: anEvent() });
  const invitation = anInvitation({ org, campaign: campaign.id, supplier: supplier.id, contact: contact.id });
  const attestation = anAttestation({ org, invitation: invitation.id });
  const mail = aMail({ org, invitation: invitation.id, to: contact.email });
  await launchFor(store, { org, campaign: campaign.id, recipients: [{ invitation, attestation, mail }] });
  return attestation.id;
}
