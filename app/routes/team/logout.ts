import { redirect } from "@remix-run/node";
import { signOut } from "#app/services/team/team-session";
import { forAnyone, noTeamCookie, teamSessionOf } from "#app/team-session.server";

export const action = forAnyone(async (ctx, { request }) => {
  await signOut(ctx, teamSessionOf(request));
  return redirect("/login", { headers: { "set-cookie": noTeamCookie(ctx) } });
});

export const loader = () => redirect("/");
