import { dayMs } from "#app/i18n/dates/days";
import type { ServiceContext } from "#app/services/context/contexts";
import { supplierEvent } from "#app/services/supplier/session/supplier-session";
import { openLink } from "./link";

export type Started = {
  readonly attestation: string;
  /** Value of the session cookie: the link's generation, a point, and 256 random bits. */
  readonly sessionToken: string;
  readonly until: Date;
  readonly submitted: boolean;
};

/** A receipt is worth reading long after its link has ended; a session lasts at least so many days. */
const leastDays = 30;

/**
 * Trades a link for a session of its attestation; the first time it starts the attestation.
 * @throws Problem for a link that opens nothing
 */
export async function startAttestation(
  ctx: ServiceContext,
  { token, language }: { token: string; language: string },
): Promise<Started> {
  const file = await openLink(ctx, token);
  const { attestation, invitation } = file;
  const now = ctx.clock.now();
  const sessionToken = `${invitation.generation}.${ctx.ids.secret()}`;
  await ctx.store.attestations.start({
    org: attestation.org,
    attestation: attestation.id,
    sessionHash: ctx.links.hash(sessionToken),
    at: now,
    audit: supplierEvent(ctx, file, {
      action: attestation.startedAt ? "attestation.resumed" : "attestation.started",
      details: { language },
    }),
  });
  const until = new Date(Math.max(invitation.expiresAt.getTime(), now.getTime() + leastDays * dayMs));
  return { attestation: attestation.id, sessionToken, until, submitted: attestation.state === "submitted" };
}
