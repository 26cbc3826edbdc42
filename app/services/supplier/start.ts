import type { ServiceContext } from "#app/services/context";
import { openLink } from "./link";

export type Started = {
  readonly attestation: string;
  /** Value of the session cookie: the link's generation, a point, and 256 random bits. */
  readonly session: string;
  readonly until: Date;
  readonly submitted: boolean;
  /** First question to show; absent for somebody who comes back. */
  readonly resumed: boolean;
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
  const { attestation, invitation } = await openLink(ctx, token);
  const now = ctx.clock.now();
  const session = `${invitation.generation}.${ctx.ids.secret()}`;
  const resumed = attestation.startedAt !== undefined;
  await ctx.store.attestations.start({
    org: attestation.org,
    attestation: attestation.id,
    sessionHash: ctx.links.hash(session),
    at: now,
    audit: {
      action: resumed ? "attestation.resumed" : "attestation.started",
      details: { language },
      at: now,
      actor: { kind: "supplier", attestation: attestation.id },
      subject: { type: "attestation", id: attestation.id },
    },
  });
  const until = new Date(Math.max(invitation.expiresAt.getTime(), now.getTime() + leastDays * 86_400_000));
  return { attestation: attestation.id, session, until, submitted: attestation.state === "submitted", resumed };
}
