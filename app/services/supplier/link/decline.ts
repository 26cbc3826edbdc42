import type { ServiceContext } from "#app/services/context/contexts";
import type { ActionOn, AuditDetails, AuditEvent } from "#db/audit";
import { type OpenLink, openLink } from "./link";

export type DeclineReason = "not-supplier" | "wrong-contact";

/** Longest hint about the right person, in characters. */
export const hintLimit = 200;

/**
 * Records that the reader does not supply the buyer or is the wrong person; answers are no longer taken.
 * @param hint who the right person may be, as typed
 */
export async function declineInvitation(
  ctx: ServiceContext,
  { token, reason, hint }: { token: string; reason: DeclineReason; hint: string },
): Promise<void> {
  const file = await openLink(ctx, token);
  if (file.attestation.state === "submitted") return;
  const told = hint.replace(/\s+/gu, " ").trim().slice(0, hintLimit);
  await ctx.store.invitations.decline({
    ...keyOf(file),
    at: ctx.clock.now(),
    audit: eventOf(ctx, file, {
      action: "invitation.declined",
      details: { reason: told === "" ? reason : `${reason}: ${told}` },
    }),
  });
}

/** Stops all mail about a request; the link goes on working. Doing it twice changes nothing more. */
export async function unsubscribe(ctx: ServiceContext, token: string): Promise<void> {
  const file = await openLink(ctx, token);
  if (file.invitation.unsubscribedAt) return;
  const audit = eventOf(ctx, file, { action: "invitation.unsubscribed", details: {} });
  await ctx.store.invitations.unsubscribe({ ...keyOf(file), at: ctx.clock.now(), audit });
}

function keyOf({ invitation }: OpenLink): { org: string; id: string } {
  return { org: invitation.org, id: invitation.id };
}

function eventOf(ctx: ServiceContext, file: OpenLink, details: AuditDetails<ActionOn<"invitation">>): AuditEvent {
  const actor = { kind: "supplier", attestation: file.attestation.id } as const;
  return { ...details, at: ctx.clock.now(), actor, subject: { type: "invitation", id: file.invitation.id } };
}
