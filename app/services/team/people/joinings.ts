import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { timeMoment } from "#app/i18n/dates/moments";
import type { TeamContext } from "#app/services/context/contexts";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { joiningLink } from "#app/services/team/sign-in/joining-link";
import { ConflictError } from "#db/errors";
import type { Joining } from "#db/records";

/** Those who were invited and have not joined. */
export async function joiningLines(ctx: TeamContext) {
  const now = ctx.clock.now().getTime();
  return (await ctx.store.joinings.list(ctx.organisation.id)).map(({ id, generation, email, role, expiresAt }) => ({
    id,
    generation,
    email,
    role,
    until: timeMoment(expiresAt, ctx.language).text,
    isOver: expiresAt.getTime() < now,
  }));
}

async function findOpen(ctx: TeamContext, id: string): Promise<Joining> {
  const joining = await ctx.store.joinings.get(ctx.organisation.id, id);
  if (!joining) throw new Problem("not-found");
  if (joining.endedAt) throw new Problem("changed-meanwhile");
  return joining;
}

/** The link that works now, for whoever may give it on. */
async function newestLink(ctx: TeamContext, id: string) {
  const open = await findOpen(ctx, id);
  const { link } = joiningLink(ctx, open);
  return { email: open.email, link, until: timeMoment(open.expiresAt, ctx.language).text };
}

/**
 * Makes a new link for somebody who was invited; the one before stops. Sent twice, or by two people at once, it makes one, and
 * both are shown the link that works.
 * @param generation of the link that the page knew as the newest
 * @throws Problem "not-found", "changed-meanwhile" once it was used or withdrawn
 */
export const renewJoining = teamUseCase({
  permission: "people.write",
  input: z.object({ id: recordId, generation: z.coerce.number().int().min(1).max(1_000_000) }),
  events: ["user.invitation-renewed"],
  async run(ctx, { id, generation: seen }, event) {
    const { org, role, generation: before } = await findOpen(ctx, id);
    if (before > seen) return newestLink(ctx, id);
    const generation = before + 1;
    const { tokenHash, expiresAt } = joiningLink(ctx, { id, generation });
    const audit = event("user.invitation-renewed", id, { role });
    try {
      await ctx.store.joinings.renew({ org, id, generation, tokenHash, expiresAt, audit });
    } catch (error) {
      // Somebody else has just made it.
      if (!(error instanceof ConflictError)) throw error;
    }
    return newestLink(ctx, id);
  },
});

/** Takes an invitation back: its link stops at once. Doing it twice changes nothing more. @throws Problem "not-found" */
export const withdrawJoining = teamUseCase({
  permission: "people.write",
  input: z.object({ id: recordId }),
  events: ["user.invitation-withdrawn"],
  async run(ctx, { id }, event) {
    const joining = await ctx.store.joinings.get(ctx.organisation.id, id);
    if (!joining) throw new Problem("not-found");
    if (joining.endedAt) return;
    const audit = event("user.invitation-withdrawn", id, { role: joining.role });
    await ctx.store.joinings.withdraw({ org: joining.org, id, at: ctx.clock.now(), audit });
  },
});
