import * as z from "zod";
import { may } from "#app/domain/permissions";
import { Problem } from "#app/domain/problem";
import { dayMs } from "#app/i18n/dates/days";
import type { ServiceContext } from "#app/services/context/contexts";
import type { Organisation, User } from "#db/records";
import { roles } from "#terms/roles";

/** Milliseconds that a joining link works. */
const linkMs = 7 * dayMs;

/** What a joining link says; it is signed, so it needs no place in the database. `until` in milliseconds since 1970 (UTC). */
const Joining = z.object({
  org: z.string(),
  by: z.string(),
  email: z.string(),
  role: z.enum(roles),
  until: z.number(),
});
export type Joining = z.output<typeof Joining>;

/** A link by which a colleague joins. It works once, for seven days: once used, the address has an account. */
export function joiningLink(
  ctx: ServiceContext,
  offered: Omit<Joining, "until">,
): { readonly link: string; readonly until: Date } {
  const until = new Date(ctx.clock.now().getTime() + linkMs);
  const joining: Joining = { ...offered, until: until.getTime() };
  const payload = Buffer.from(JSON.stringify(joining), "utf8").toString("base64url");
  return { link: `${ctx.config.publicOrigin}/join/${payload}.${signatureOf(ctx, payload)}`, until };
}

// The word and the colon keep these signatures apart from those of suppliers' links, whose ids hold no colon.
const signatureOf = (ctx: ServiceContext, payload: string) => ctx.links.tokenFor(`join:${payload}`, 0);

/**
 * Who is invited by a link, where to and by whom.
 * @throws Problem "not-found" for a link that is not ours, "link-expired" for one that has ended or was used
 */
export async function openJoining(
  ctx: ServiceContext,
  token: string,
): Promise<{ readonly joining: Joining; readonly organisation: Organisation; readonly inviter: User }> {
  const joining = readJoining(ctx, token);
  const organisation = await ctx.store.organisations.get(joining.org);
  if (!organisation) throw new Problem("not-found");
  const people = await ctx.store.users.list(joining.org);
  const inviter = people.find(({ id }) => id === joining.by);
  const used = await ctx.store.users.byEmail(joining.email);
  // Whoever may not add people any more can neither by a link they made before.
  const mayInvite = inviter && !inviter.disabledAt && may(inviter.role, "people.write");
  if (joining.until < ctx.clock.now().getTime() || used || !mayInvite) throw new Problem("link-expired");
  return { joining, organisation, inviter };
}

function readJoining(ctx: ServiceContext, token: string): Joining {
  const [payload = "", signature = ""] = token.split(".");
  // Hashes are compared: how long a comparison takes then says nothing about the signature.
  if (ctx.sha256(signatureOf(ctx, payload)) !== ctx.sha256(signature)) throw new Problem("not-found");
  return Joining.parse(JSON.parse(Buffer.from(payload, "base64url").toString("utf8")));
}
