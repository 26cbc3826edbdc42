import { clearedTeamSessionCookie } from "#app/http/team-session.server";
import { redirect } from "#app/router/api/answers.server";
import { endOwnSession } from "#app/routes/team/requests/own-session";
import { forAnyone } from "#app/routes/team/requests/team-requests";

export const action = forAnyone(async (ctx, { request }) => {
  await endOwnSession(ctx, request);
  return redirect("/login", { headers: { "set-cookie": clearedTeamSessionCookie(ctx) } });
});

export const loader = () => redirect("/");
