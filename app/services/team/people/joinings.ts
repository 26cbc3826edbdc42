import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { timeMoment } from "#app/i18n/dates/moments";
import type { TeamContext } from "#app/services/context/contexts";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { joiningLink } from "#app/services/team/sign-in/joining-link";
import type { Joining } from "#db/records";

/** Those who were invited and have not joined. */
export async function joiningLines(ctx: TeamContext) {
  const now = ctx.clock.now().getTime();
  return (await ctx.store.joinings.list(ctx.organisation.id)).map(({ id, email, role, expiresAt }) => ({
    id,
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

/** Makes a new link for somebody who was invited; the one before stops. @throws Problem "not-found", "changed-meanwhile" */
export const renewJoining = teamUseCase({
  permission: "people.write",
  input: z.object({ id: recordId }),
  events: ["user.invitation-renewed"],
  async run(ctx, { id }, event) {
    const { org, email, role, generation: before } = await findOpen(ctx, id);
    const generation = before + 1;
    const { link, tokenHash, expiresAt } = joiningLink(ctx, { id, generation });
    const audit = event("user.invitation-renewed", id, { role });
    await ctx.store.joinings.renew({ org, id, generation, tokenHash, expiresAt, audit });
    return { email, link, until: timeMoment(expiresAt, ctx.language).text };
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
