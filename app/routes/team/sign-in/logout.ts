import { clearedTeamSessionCookie } from "#app/http/team-session.server";
import { redirect } from "#app/router/api/answers.server";
import { endOwnSession } from "#app/routes/team/requests/own-session";
import { forAnyone } from "#app/routes/team/requests/team-requests";

/** The browser forgets the session whatever becomes of the record: signing out must not need a disk. */
export const action = forAnyone(async (ctx, { request }) => {
  await endOwnSession(ctx, request).catch((error: unknown) => {
    ctx.log.error({ err: error }, "a session could not be ended on record; its browser has forgotten it");
  });
  return redirect("/login", { headers: { "set-cookie": clearedTeamSessionCookie(ctx) } });
});

export const loader = () => redirect("/");
