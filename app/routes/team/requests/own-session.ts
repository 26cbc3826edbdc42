import {
  clearedPendingCookie,
  deviceCookie,
  teamSessionCookie,
  teamSessionTokenOf,
} from "#app/http/team-session.server";
import { redirect, type TypedResponse } from "#app/router/api/answers.server";
import type { VisitorContext } from "#app/services/context/contexts";
import { signOut } from "#app/services/team/sign-in/team-session";
import { findTeamContext } from "./team-requests";

/** Ends the session that a request carries; one that opens nothing is left as it is. */
export async function endOwnSession(ctx: VisitorContext, request: Request): Promise<void> {
  const session = teamSessionTokenOf(ctx, request);
  const team = await findTeamContext(request, ctx, ctx.from?.address);
  if (team && session) await signOut(team, { session });
}

/** Sends somebody who has just proved who they are on with a new session; the one their browser came with ends. */
export async function redirectSignedIn(
  ctx: VisitorContext,
  request: Request,
  { session, to, device }: { session: string; to: string; device?: string },
): Promise<TypedResponse<never>> {
  await endOwnSession(ctx, request);
  // A browser that came with no cookie at all may keep none: the sign-in page looks whether this one came back.
  const checked = request.headers.get("cookie") ? to : `/login?signed-in&next=${encodeURIComponent(to)}`;
  const headers = new Headers({ "set-cookie": teamSessionCookie(ctx, session) });
  headers.append("set-cookie", clearedPendingCookie(ctx));
  if (device) headers.append("set-cookie", deviceCookie(ctx, device));
  return redirect(checked, { headers });
}
