import * as z from "zod";
import { dayMs } from "#app/i18n/dates/days";
import { defaultLanguage, offeredLanguage } from "#app/i18n/languages";
import { supplierSessionDays } from "#app/services/context/session-limits";
import { visitorUseCase } from "#app/services/context/use-case";
import { requireQuestionnaire } from "#app/services/ratings/rating-versions";
import { isAsked } from "#app/services/supplier/actions/is-asked";
import { spendOfLink } from "#app/services/supplier/limits/link-budget";
import { openLink, supplierActor } from "./link";
import { linkToken } from "./link-token";

export type StartedAttestation = {
  readonly attestation: string;
  /** Value of the session cookie: the link's generation, a point, and 256 random bits. */
  readonly sessionToken: string;
  /** When the session ends, whatever becomes of the link. */
  readonly until: Date;
  readonly submitted: boolean;
  /** The page that whoever begins comes to, below the attestation; absent where that is the list of sections, or the receipt. */
  readonly first?: string;
};

/**
 * Trades a link for a session of its attestation; the first time it starts the attestation.
 * @throws Problem for a link that opens nothing, and "too-often"
 */
export const startAttestation = visitorUseCase({
  permission: "links.use",
  input: z.object({ token: linkToken }),
  events: ["attestation.started", "attestation.resumed"],
  async run(ctx, { token }, event): Promise<StartedAttestation> {
    const file = await openLink(ctx, token);
    const { attestation, invitation } = file;
    spendOfLink(attestation.id, "starts");
    const now = ctx.clock.now();
    const sessionToken = `${invitation.generation}.${ctx.ids.secret()}`;
    const action = attestation.startedAt ? "attestation.resumed" : "attestation.started";
    await ctx.store.attestations.start({
      org: attestation.org,
      attestation: attestation.id,
      sessionHash: ctx.links.hash(sessionToken),
      at: now,
      audit: event(
        action,
        attestation.id,
        { language: offeredLanguage(file.campaign, ctx.language) ?? defaultLanguage },
        { by: supplierActor(file) },
      ),
    });
    const until = new Date(now.getTime() + supplierSessionDays * dayMs);
    const submitted = attestation.state === "submitted";
    const { definition, plan } = await requireQuestionnaire(ctx, attestation);
    const first = definition.straightIn && !attestation.startedAt ? plan.pages[0]?.id : undefined;
    // What is asked after the signature is what brought them here.
    const page = (await isAsked(ctx, attestation)) ? "actions" : first;
    return { attestation: attestation.id, sessionToken, until, submitted, ...(page ? { first: page } : {}) };
  },
});
