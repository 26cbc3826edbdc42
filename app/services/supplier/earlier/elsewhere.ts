import * as z from "zod";
import type { ServiceContext } from "#app/services/context/contexts";
import { supplierUseCase } from "#app/services/context/use-case";
import { spendOfLink } from "#app/services/supplier/limits/link-budget";
import { findLinkProblem, untilDead } from "#app/services/supplier/link/link";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import { type Earlier, readEarlier } from "./find-earlier";

/** A token as it stands in a link, or by itself. */
const inLink = /(?:^|\/s\/+)([\w-]{43})(?![\w-])/;

/**
 * What was signed for another buyer by the link that the supplier of a session holds as well. The same link opens it as ever:
 * one that was replaced or revoked, and a colleague's, open nothing. Of one buyer, only what the same supplier signed is offered.
 */
export async function findElsewhere(ctx: ServiceContext, session: SupplierSession): Promise<Earlier | undefined> {
  const { elsewhere, file } = session;
  if (elsewhere === undefined) return undefined;
  const target = await ctx.store.invitations.byToken(ctx.links.hash(elsewhere));
  if (target?.link !== "active" || findLinkProblem(target.file, ctx.clock.now())) return undefined;
  const { org, id } = target.file.attestation;
  if (org === file.attestation.org) return undefined;
  const kept = await ctx.store.attestations.get(org, id);
  return kept && readEarlier(ctx, kept, "elsewhere");
}

/**
 * Takes the link of another request, and with it the consent to be offered what was signed there. Nothing is written and
 * nothing carried: each answer is taken over by an act of its own.
 * @returns the token to be sent along with every request; undefined for a link that leads to nothing of the kind
 * @throws Problem "too-often"
 */
export const fetchElsewhere = supplierUseCase({
  permission: "answers.fetch",
  input: z.object({ link: z.string().max(2_000) }),
  events: [],
  async run(ctx, { link }): Promise<string | undefined> {
    const start = performance.now();
    spendOfLink(ctx.session.file.attestation.id, "writes");
    const token = inLink.exec(link.trim())?.[1];
    const found = token && (await findElsewhere(ctx, { ...ctx.session, elsewhere: token }));
    if (found) return token;
    await untilDead(start);
    return undefined;
  },
});
