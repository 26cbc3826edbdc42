import { clearedTeamSessionCookie } from "#app/http/team-session.server";
import { redirect } from "#app/router/api/answers.server";
import type { ActionArgs } from "#app/router/api/route-types";
import { endOwnSession } from "#app/routes/team/requests/own-session";

/** The browser forgets the session whatever becomes of the record: signing out must not need a disk. */
export async function action({ request, context: { context } }: ActionArgs) {
  await endOwnSession(context, request).catch((error: unknown) => {
    context.log.error({ err: error }, "a session could not be ended on record; its browser has forgotten it");
  });
  return redirect("/login", { headers: { "set-cookie": clearedTeamSessionCookie(context) } });
}

export const loader = () => redirect("/");
