import type { Problem } from "#app/domain/problem";
import { endedProblem } from "#app/services/supplier/link/link";
import { LockedError, StorageFullError } from "#db/errors";
import type { AttestationFile } from "#db/records";

/**
 * Runs a write of a supplier's. A full disk is a value, because the page must show what was typed again and say so.
 * @throws Problem when no answers are taken any more
 */
export async function whileOpen<T>(file: AttestationFile, write: () => Promise<T>): Promise<T | "not-saved"> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof StorageFullError) return "not-saved";
    if (error instanceof LockedError) throw lockedProblem(error, file);
    throw error;
  }
}

function lockedProblem({ reason }: LockedError, file: AttestationFile): Problem {
  switch (reason) {
    case "submitted":
      return endedProblem("already-submitted", file, file.attestation.submittedAt);
    case "closed":
      return endedProblem("campaign-closed", file, file.campaign.closedAt);
    case "withdrawn":
      return endedProblem("link-revoked", file);
    case "declined":
      return endedProblem("declined", file);
  }
}
