import type { LegalHold } from "#db/records";
import type { RatingSummaries, Store } from "#db/store";
import { anEvent, anExpectation, anId, aPerson, now } from "./factories";

/** What the table shows of ratings that are left, without the arithmetic of the product. */
export const plainSummaries: RatingSummaries = {
  rated: () => ({ tiers: [] }),
  unrated: (country) => anExpectation({ country }),
};

export function aHold(over: Partial<LegalHold> = {}): LegalHold {
  return { id: anId("hold"), reason: "A court asked", placedAt: now, placedBy: aPerson, ...over };
}

type Removal = Parameters<Store["retention"]["removeAttestation"]>[0];

/** The removal of an attestation because somebody asked for it. */
export function aRemoval(over: Partial<Removal> & Pick<Removal, "org" | "attestation">): Removal {
  return {
    id: anId("removal"),
    ground: "request",
    actor: aPerson,
    at: now,
    summary: plainSummaries,
    audit: ({ at, actor, ground, rows, hash, subjectId }) =>
      anEvent(
        { action: "attestation.removed", details: { ground, rows, hash } },
        { at, actor, subject: { type: "attestation", id: subjectId } },
      ),
    ...over,
  };
}
