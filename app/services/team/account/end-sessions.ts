import * as z from "zod";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";

/** Ends one session of one's own, or all others. Those that ended meanwhile are as if it had been this. */
export const endOwnSessions = teamUseCase({
  permission: "own-account.change",
  input: z.object({ session: recordId.optional() }),
  events: ["user.session-ended"],
  async run(ctx, { session: only }, event) {
    const { org, id: user } = ctx.user;
    const which = only ? { only } : { except: ctx.session ?? "" };
    const audit = event("user.session-ended", user, { sessions: only ? "one" : "others" });
    await ctx.store.users.endSessions({ org, user, ...which, audit });
    return { isOwn: only !== undefined && only === ctx.session };
  },
});
