import { clearedTeamSessionCookie } from "#app/http/team-session.server";
import { redirect } from "#app/router/api/answers.server";
import { endOwnSession } from "#app/routes/team/requests/own-session";
import { forAnyone } from "#app/routes/team/requests/team-requests";

export const action = forAnyone(async (ctx, { request }) => {
  // Whatever the record can do just now: whoever signs out is signed out in their browser.
  await endOwnSession(ctx, request).catch((error: unknown) => {
    ctx.log.error({ err: error }, "a session could not be ended on record");
  });
  return redirect("/login", { headers: { "set-cookie": clearedTeamSessionCookie(ctx) } });
});

export const loader = () => redirect("/");
