import * as z from "zod";
import { asUser } from "#app/services/context/callers";
import type { TeamContext } from "#app/services/context/contexts";
import { teamUseCase, visitorUseCase } from "#app/services/context/use-case";

/** The value of a session as a cookie brings it. */
const sessionValue = z.string().max(200);

/**
 * The context of whoever holds a session value, in the language of the visitor; undefined when it opens nothing (unknown,
 * ended, signed out, or its person is disabled).
 */
export const openTeamSession = visitorUseCase({
  permission: "accounts.open",
  input: z.object({ session: sessionValue }),
  events: [],
  async run(ctx, { session }): Promise<TeamContext | undefined> {
    const found = await ctx.store.users.bySession(ctx.links.hash(session), ctx.clock.now());
    if (!found || found.user.disabledAt) return undefined;
    const { user, organisation } = found;
    return asUser(ctx, { user, organisation, language: ctx.language });
  },
});

/** Ends the session of this value. */
export const signOut = teamUseCase({
  permission: "own-session.end",
  input: z.object({ session: sessionValue }),
  events: ["user.signed-out"],
  async run(ctx, { session }, event) {
    await ctx.store.users.signOut({
      org: ctx.organisation.id,
      sessionHash: ctx.links.hash(session),
      audit: event("user.signed-out", ctx.user.id, {}),
    });
  },
});
