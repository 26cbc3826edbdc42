import { timeMoment } from "#app/i18n/dates/moments";
import type { TeamContext } from "#app/services/context/contexts";
import { idleSince } from "#app/services/context/session-limits";
import type { User } from "#db/records";
import { agentWords } from "./agent-words";

/** Where somebody is signed in, the newest first. */
export async function sessionLines(ctx: TeamContext, { org, id: user }: Pick<User, "org" | "id">) {
  const now = ctx.clock.now();
  const sessions = await ctx.store.users.openSessions(org, user, now, idleSince(now));
  return sessions.map(({ id, createdAt, lastSeenAt, address, agent }) => ({
    id,
    since: timeMoment(createdAt, ctx.language).text,
    lastSeen: timeMoment(lastSeenAt, ctx.language).text,
    address,
    agent: agentWords(agent),
    isOwn: id === ctx.session,
  }));
}
