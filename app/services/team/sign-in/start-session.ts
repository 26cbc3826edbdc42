import type { ServiceContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import type { User } from "#db/records";

/** Hours a sign-in lasts. */
export const sessionHours = 12;

/** Opens a session for a person who has proved who they are; returns its value, which is stored nowhere. */
export async function startTeamSession(
  ctx: ServiceContext,
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
    audit: event("user.signed-in", id, {}, { by: { kind: "person", id, name }, at: createdAt }),
  });
  return session;
}
