import { asPerson } from "#app/services/context/callers";
import type { ServiceContext, TeamContext } from "#app/services/context/contexts";

/** Hours a sign-in lasts. */
export const sessionHours = 12;

/**
 * The context of whoever holds this session value, or undefined when it opens nothing (unknown, ended, signed out).
 * @param language BCP 47 tag in which names and dates are shown.
 */
export async function openTeamContext(
  ctx: ServiceContext,
  session: string | undefined,
  language: string,
): Promise<TeamContext | undefined> {
  if (!session) return undefined;
  const found = await ctx.store.users.bySession(ctx.links.hash(session), ctx.clock.now());
  if (!found || found.user.disabledAt) return undefined;
  const { user, organisation } = found;
  return asPerson(ctx, { user, organisation, language });
}

/** Opens a session for a person who has proved who they are; returns its value, which is stored nowhere. */
export async function startTeamSession(
  ctx: ServiceContext,
  user: { org: string; id: string; name: string },
): Promise<string> {
  const session = ctx.ids.secret();
  const createdAt = ctx.clock.now();
  await ctx.store.users.signIn({
    org: user.org,
    user: user.id,
    sessionHash: ctx.links.hash(session),
    createdAt,
    expiresAt: new Date(createdAt.getTime() + sessionHours * 3_600_000),
    audit: {
      action: "user.signed-in",
      details: {},
      at: createdAt,
      actor: { kind: "person", id: user.id, name: user.name },
      subject: { type: "user", id: user.id },
    },
  });
  return session;
}

/** Ends the session of this value; a value that opens nothing ends nothing. */
export async function signOut(ctx: ServiceContext, session: string | undefined): Promise<void> {
  const team = await openTeamContext(ctx, session, "en");
  if (!team || !session) return;
  await ctx.store.users.signOut({
    org: team.organisation.id,
    sessionHash: ctx.links.hash(session),
    audit: {
      action: "user.signed-out",
      details: {},
      at: ctx.clock.now(),
      actor: team.actor,
      subject: { type: "user", id: team.user.id },
    },
  });
}
