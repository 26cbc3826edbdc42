import type { CallerContext, ServiceContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import { sessionHours } from "#app/services/context/session-limits";
import type { User } from "#db/records";

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
