import type { Problem } from "#app/domain/problem";
import { spendOfLink } from "#app/services/supplier/limits/link-budget";
import { linkProblem } from "#app/services/supplier/link/link";
import { LockedError, storageErrorOf } from "#db/errors";
import type { AttestationDetails } from "#db/records";

/**
 * Runs a write of a supplier's. A record that cannot be written is a value, because the page must show what was typed again
 * and say so.
 * @throws Problem when no answers are taken any more, and "too-often"
 */
export async function writeIfOpen<T>(file: AttestationDetails, write: () => Promise<T>): Promise<T | "not-saved"> {
  spendOfLink(file.attestation.id, "writes");
  try {
    return await write();
  } catch (error) {
    if (storageErrorOf(error) !== undefined) return "not-saved";
    if (error instanceof LockedError) throw lockedProblem(error, file);
    throw error;
  }
}

function lockedProblem({ reason }: LockedError, file: AttestationDetails): Problem {
  switch (reason) {
    case "submitted":
      return linkProblem("already-submitted", file, file.attestation.submittedAt);
    case "removed":
      return linkProblem("answers-removed", file);
    case "closed":
      return linkProblem("campaign-closed", file, file.campaign.closedAt);
    case "withdrawn":
      return linkProblem("link-revoked", file);
    case "taken-back":
      return linkProblem("colleague-ended", file);
    case "declined":
      return linkProblem("declined", file);
  }
}
