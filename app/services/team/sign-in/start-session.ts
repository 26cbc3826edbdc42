import type { CallerContext, ServiceContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import type { User } from "#db/records";

/** Hours that a sign-in lasts at most, and minutes that it lasts unused. */
export const sessionHours = 12;
export const idleMinutes = 120;

/** The instant since which a session must have been used, to be one still. */
export function idleSince(now: Date): Date {
  return new Date(now.getTime() - idleMinutes * 60_000);
}

/** Opens a session for a person who has proved who they are; returns its value, which is stored nowhere. */
export async function startTeamSession(
  ctx: ServiceContext & Pick<CallerContext, "from">,
  event: EventMaker<"user.signed-in">,
  { org, id, name }: Pick<User, "org" | "id" | "name">,
): Promise<string> {
  const session = ctx.ids.secret();
  const createdAt = ctx.clock.now();
  await ctx.store.users.signIn({
    org,
    user: id,
    sessionHash: ctx.links.hash(session),
    createdAt,
    expiresAt: new Date(createdAt.getTime() + sessionHours * 3_600_000),
    from: ctx.from,
    audit: event("user.signed-in", id, {}, { by: { kind: "person", id, name }, at: createdAt }),
  });
  return session;
}
