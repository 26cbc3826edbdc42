import type { ServiceContext } from "#app/services/context/contexts";
import type { PasswordReset, User } from "#db/records";

/** Milliseconds that a link for a new password works. */
const linkMs = 60 * 60_000;

/** What is kept of a new link, and the link itself, which can be made again from the id. */
export function newReset(
  ctx: ServiceContext,
  { user, id, way }: { user: Pick<User, "org" | "id">; id: string; way: PasswordReset["way"] },
): { readonly reset: PasswordReset; readonly link: string } {
  // The word and the colon keep these tokens apart from those of suppliers' links, whose ids hold no colon.
  const token = ctx.links.tokenFor(`reset:${id}`, 0);
  const createdAt = ctx.clock.now();
  const expiresAt = new Date(createdAt.getTime() + linkMs);
  return {
    reset: { org: user.org, id, user: user.id, way, tokenHash: ctx.links.hash(token), createdAt, expiresAt },
    link: `${ctx.config.publicOrigin}/reset/${token}`,
  };
}
