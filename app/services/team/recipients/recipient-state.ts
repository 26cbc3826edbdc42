import type { TeamContext } from "#app/services/context/contexts";
import { readsNorthKorea } from "#app/services/north-korea/north-korea";
import type { Campaign } from "#db/records";
import type { RecipientRow } from "#db/store";
import type { RecipientState } from "#terms/recipients";

/** Where a supplier stands, from the record alone. */
export function recipientState({ invitation, attestation, voided }: RecipientRow, now: Date): RecipientState {
  if (voided) return "voided";
  // What was sent was sent, also when it was removed since.
  if (attestation.submittedAt !== undefined) return "submitted";
  if (invitation.state !== "invited") return invitation.state;
  if (invitation.expiresAt <= now) return "expired";
  return attestation.startedAt ? "started" : "invited";
}

/** Whether an invitation can still be sent again, extended or withdrawn. */
export function canStillChange(campaign: Campaign, { invitation, attestation }: RecipientRow): boolean {
  return isTaken(campaign, invitation) && invitation.state !== "withdrawn" && attestation.state === "open";
}

/** Whether answers are taken: what was signed is asked about again after its campaign was closed, too. */
function isTaken({ state }: Campaign, { correction }: Pick<RecipientRow["invitation"], "correction">): boolean {
  return state === "live" || correction > 0;
}

/** The link of a recipient, for those who may hand it on by another way than mail. */
export function linkOf(
  ctx: TeamContext,
  campaign: Campaign,
  { invitation, attestation }: Pick<RecipientRow, "invitation" | "attestation">,
): string | undefined {
  // Whoever opens it reads all that was answered so far.
  if (attestation.startedAt && !readsNorthKorea(ctx)) return undefined;
  if (!ctx.may("campaigns.links") || !isTaken(campaign, invitation) || invitation.state === "withdrawn")
    return undefined;
  return `${ctx.config.publicOrigin}/s/${ctx.links.tokenFor(invitation.id, invitation.generation)}`;
}
