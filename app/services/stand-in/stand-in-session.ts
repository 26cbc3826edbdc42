import { may } from "#app/domain/permissions";
import { Problem } from "#app/domain/problem";
import type { ServiceContext } from "#app/services/context/contexts";
import { idleSince } from "#app/services/context/session-limits";
import type { StandIn, User } from "#db/records";

/** What the value of a session begins with in which somebody of the buyer answers: nobody can write it, for only its hash is kept. */
const mark = "for.";
const marked = new RegExp(`^\\d{1,9}\\.${mark.replace(".", "\\.")}`);

/** The value of a session for somebody who answers for a supplier. */
export function standInToken(ctx: ServiceContext, generation: number): string {
  return `${generation}.${mark}${ctx.ids.secret()}`;
}

/** The person of the team whose session a browser brings, if it opens anything. */
export async function findStaff(ctx: ServiceContext, teamSession: string | undefined): Promise<User | undefined> {
  if (teamSession === undefined) return undefined;
  const now = ctx.clock.now();
  return (await ctx.store.users.bySession(ctx.links.hash(teamSession), now, idleSince(now)))?.user;
}

/**
 * Who answers for the supplier in a session, if anybody does: only while they are signed in and may.
 * @throws Problem "session-missing" once they are not; "staff-reads-only" for a person of the team in the supplier's own session
 */
export async function findStandIn(
  ctx: ServiceContext,
  { sessionToken, teamSession, org }: { sessionToken: string; teamSession: string | undefined; org: string },
): Promise<StandIn | undefined> {
  const isMarked = marked.test(sessionToken);
  const staff = await findStaff(ctx, teamSession);
  const own = staff?.org === org ? staff : undefined;
  if (!isMarked) {
    if (own) throw new Problem("staff-reads-only");
    return undefined;
  }
  const standIn = await ctx.store.attestations.standInOf(org, ctx.links.hash(sessionToken));
  const mayAnswer = own && own.id === standIn?.user && may(own.role, "attestations.stand-in") && own.readsNorthKorea;
  if (!standIn || !mayAnswer) throw new Problem("session-missing");
  return standIn;
}
