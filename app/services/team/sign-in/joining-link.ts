import { may } from "#app/domain/permissions";
import { Problem } from "#app/domain/problem";
import { dayMs } from "#app/i18n/dates/days";
import type { ServiceContext } from "#app/services/context/contexts";
import type { Joining, Organisation, User } from "#db/records";

/** Milliseconds that a link to join works. */
const linkMs = 7 * dayMs;

/** The address of one generation of an invitation's link, what is kept of it, and until when it works. */
export function joiningLink(
  ctx: ServiceContext,
  { id, generation }: Pick<Joining, "id" | "generation">,
): { readonly link: string; readonly tokenHash: string; readonly expiresAt: Date } {
  // The word and the colon keep these tokens apart from those of suppliers' links, whose ids hold no colon.
  const token = ctx.links.tokenFor(`join:${id}`, generation);
  return {
    link: `${ctx.config.publicOrigin}/join/${token}`,
    tokenHash: ctx.links.hash(token),
    expiresAt: new Date(ctx.clock.now().getTime() + linkMs),
  };
}

/**
 * Who is invited by a link, where to and by whom.
 * @throws Problem "not-found" for a link that is not ours or no longer the newest, "link-expired" for one that has ended or was used
 */
export async function openJoining(
  ctx: ServiceContext,
  token: string,
): Promise<{ readonly joining: Joining; readonly organisation: Organisation; readonly inviter: User }> {
  const joining = await ctx.store.joinings.byToken(ctx.links.hash(token));
  const organisation = joining && (await ctx.store.organisations.get(joining.org));
  if (!joining || !organisation) throw new Problem("not-found");
  const inviter = (await ctx.store.users.get(joining.org, joining.invitedBy))?.user;
  const used = await ctx.store.users.byEmail(joining.email);
  // Whoever may not add people any more can neither by a link they made before.
  const mayInvite = inviter && !inviter.disabledAt && may(inviter.role, "people.write");
  const isOver = joining.endedAt !== undefined || joining.expiresAt.getTime() < ctx.clock.now().getTime();
  if (isOver || used || !mayInvite) throw new Problem("link-expired");
  return { joining, organisation, inviter };
}
