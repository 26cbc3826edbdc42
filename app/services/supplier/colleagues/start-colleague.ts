import * as z from "zod";
import { dayMs } from "#app/i18n/dates/days";
import { supplierSessionDays } from "#app/services/context/session-limits";
import { visitorUseCase } from "#app/services/context/use-case";
import { spendOfLink } from "#app/services/supplier/limits/link-budget";
import { linkToken } from "#app/services/supplier/link/link-token";
import type { StartedAttestation } from "#app/services/supplier/link/start-attestation";
import { LockedError } from "#db/errors";
import { colleagueSessionToken } from "./colleague-session";
import { endedProblem, openColleagueLink } from "./open-colleague-link";

/**
 * Trades a colleague's link for a session of theirs. Undefined for a link that is none of theirs.
 * @throws Problem for one that opens nothing any more, and "too-often"
 */
export const startColleague = visitorUseCase({
  permission: "links.use",
  input: z.object({ token: linkToken }),
  events: ["colleague.opened"],
  async run(ctx, { token }, event): Promise<StartedAttestation | undefined> {
    const found = await openColleagueLink(ctx, token);
    if (!found) return undefined;
    const { colleague, file } = found;
    const { org, id: attestation, state } = file.attestation;
    spendOfLink(attestation, "starts");
    const at = ctx.clock.now();
    const sessionToken = colleagueSessionToken(ctx, file.invitation.generation);
    const by = { kind: "colleague", attestation, id: colleague.id, name: colleague.name } as const;
    try {
      await ctx.store.attestations.start({
        ...{ org, attestation, at },
        sessionHash: ctx.links.hash(sessionToken),
        colleague: colleague.id,
        audit: event("colleague.opened", attestation, { colleague: colleague.id }, { by }),
      });
    } catch (error) {
      // Taken back between the two.
      if (error instanceof LockedError) throw endedProblem(colleague, file);
      throw error;
    }
    const until = new Date(at.getTime() + supplierSessionDays * dayMs);
    const first = colleague.approves ? { first: "check" } : {};
    return { attestation, sessionToken, until, submitted: state === "submitted", ...first };
  },
});
