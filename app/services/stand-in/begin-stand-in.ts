import * as z from "zod";
import { sessionHours } from "#app/services/context/session-limits";
import { teamUseCase } from "#app/services/context/use-case";
import { requireNorthKorea } from "#app/services/north-korea/north-korea";
import { standInToken } from "#app/services/stand-in/stand-in-session";
import { findOpen, invitationInput } from "#app/services/team/invitations/invited";
import { cleanLine } from "#terms/texts/typed-text";

/** Whom somebody is about to answer for: who does must see all answers. @throws Problem "not-found"; "changed-meanwhile" where nothing is answered any more */
export const showStandIn = teamUseCase({
  permission: "attestations.stand-in",
  input: invitationInput,
  events: [],
  async run(ctx, asked) {
    requireNorthKorea(ctx);
    const { supplier, campaign, invitation } = await findOpen(ctx, asked);
    return { supplier: supplier.name, campaign: campaign.id, invitation: invitation.id };
  },
});

/**
 * Opens a supplier's questionnaire to be answered by a person of the team, with the reason why. Each answer says who gave it, and
 * nothing can be signed. @throws Problem as `showStandIn`
 */
export const standIn = teamUseCase({
  permission: "attestations.stand-in",
  input: invitationInput.extend({
    reason: z.string().overwrite(cleanLine).min(1, "reason-needed").max(200, "too-long"),
  }),
  events: ["attestation.stood-in"],
  async run(ctx, { reason, ...asked }, event) {
    requireNorthKorea(ctx);
    const { invitation, attestation } = await findOpen(ctx, asked);
    const sessionToken = standInToken(ctx, invitation.generation);
    const at = ctx.clock.now();
    await ctx.store.attestations.start({
      org: attestation.org,
      attestation: attestation.id,
      sessionHash: ctx.links.hash(sessionToken),
      at,
      standIn: { user: ctx.user.id, name: ctx.user.name },
      audit: event("attestation.stood-in", attestation.id, { reason }),
    });
    return { attestation: attestation.id, sessionToken, until: new Date(at.getTime() + sessionHours * 3_600_000) };
  },
});
