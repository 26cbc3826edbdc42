import { forAnyone, noTeamCookie, teamSessionOf } from "#app/http/team-session.server";
import { redirect } from "#app/router/answers.server";
import { signOut } from "#app/services/team/sign-in/team-session";

export const action = forAnyone(async (ctx, { request }) => {
  await signOut(ctx, teamSessionOf(ctx, request));
  return redirect("/login", { headers: { "set-cookie": noTeamCookie(ctx) } });
});

export const loader = () => redirect("/");
