import { afterEach, beforeEach } from "vitest";
import type { AuditEvent, StoredAuditEvent } from "#db/audit";
import type { AttestationDetails } from "#db/records";
import type { Store } from "#db/store";
import { aDeclaration, aMail, anAnswer, anEvent, now } from "#tests/support/factories";
import { aNewRating } from "#tests/support/ratings";
import { launch, type World } from "#tests/support/world";

/** A store with a live campaign of two suppliers, and what the contracts do with it again and again. */
export type Scene = {
  readonly store: Store;
  readonly world: World;
  /** Saves an answer of the first supplier, with its event. */
  save(question: string, basedOn: number, comment?: string): Promise<{ readonly revision: number }>;
  /** What the session of the first supplier opens. */
  file(): Promise<AttestationDetails | undefined>;
  /** Everything that happened, newest first. */
  events(): Promise<readonly StoredAuditEvent[]>;
  /** What the first supplier hands in, based on a revision of the attestation. */
  submission(revision: number): Parameters<Store["attestations"]["submit"]>[0];
};

export const saved = (question: string, revision: number): AuditEvent =>
  anEvent({ action: "answer.saved", details: { question, revision } });

/** Makes the scene anew for each test of the file or block that it is called in. */
export function aScene(open: () => Promise<Store>): Scene {
  let store: Store;
  let world: World;
  beforeEach(async () => {
    store = await open();
    world = await launch(store, { suppliers: 2 });
  });
  afterEach(() => store.close());
  return {
    get store() {
      return store;
    },
    get world() {
      return world;
    },
    save: (question, basedOn, comment = "as agreed") =>
      store.attestations.saveAnswer({
        org: world.organisation.id,
        attestation: world.recipient.attestation.id,
        question,
        basedOn,
        answer: anAnswer({ comment }),
        at: now,
        audit: saved(question, basedOn + 1),
      }),
    file: () => store.attestations.bySession(world.recipient.sessionHash, world.recipient.attestation.id),
    events: () => store.audit.trail(world.organisation.id, { most: 10_000 }),
    submission: (revision) => ({
      org: world.organisation.id,
      attestation: world.recipient.attestation.id,
      revision,
      declaration: aDeclaration(),
      rating: aNewRating({ attestation: world.recipient.attestation.id, supplier: world.recipient.supplier.id }),
      mail: aMail({ org: world.organisation.id, invitation: world.recipient.invitation.id, kind: "receipt" }),
      audit: [anEvent({ action: "attestation.submitted", details: { hash: "h", revision } })],
    }),
  };
}
