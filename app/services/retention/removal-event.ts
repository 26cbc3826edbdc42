import type { EventMaker } from "#app/services/context/events";
import type { AuditEvent } from "#db/audit";
import type { Removal } from "#db/records";

/** The event that stays of an attestation that was removed. */
export function removalEvent(
  event: EventMaker<"attestation.removed">,
  { subjectId, ground, rows, hash, declarationHash, at }: Removal,
): AuditEvent {
  const declaration = declarationHash === undefined ? {} : { declaration: declarationHash };
  return event("attestation.removed", subjectId, { ground, rows, hash, ...declaration }, { at });
}
