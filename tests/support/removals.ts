import type { LegalHold } from "#db/records";
import type { RatingFallback, Store } from "#db/store";
import { anEvent, anExpectation, anId, aPerson, now } from "./factories";
import { aNewRating } from "./ratings";

/** What the table shows of ratings that are left, without the arithmetic of the product. */
export const aFallback: RatingFallback = {
  summaryOf: (supplier, { id, attestation, createdAt, rating }) =>
    aNewRating({ id, attestation, supplier, createdAt, rating }),
  expectationOf: anExpectation,
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
    fallback: aFallback,
    audit: ({ at, actor, ground, rows, hash, subjectId }) =>
      anEvent(
        { action: "attestation.removed", details: { ground, rows, hash } },
        { at, actor, subject: { type: "attestation", id: subjectId } },
      ),
    ...over,
  };
}
