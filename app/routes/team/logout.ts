import { redirect } from "@remix-run/node";
import { forAnyone, noTeamCookie, teamSessionOf } from "#app/http/team-session.server";
import { signOut } from "#app/services/team/people/team-session";

export const action = forAnyone(async (ctx, { request }) => {
  await signOut(ctx, teamSessionOf(ctx, request));
  return redirect("/login", { headers: { "set-cookie": noTeamCookie(ctx) } });
});

export const loader = () => redirect("/");
