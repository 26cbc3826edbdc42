import * as z from "zod";
import { asUser } from "#app/services/context/callers";
import type { ServiceContext, TeamContext } from "#app/services/context/contexts";
import { idleSince } from "#app/services/context/session-limits";
import { teamUseCase, visitorUseCase } from "#app/services/context/use-case";
import { MissingError } from "#db/errors";

/** The value of a session as a cookie brings it. */
const sessionValue = z.string().max(200);

/** How old the last note of its use may be: a page must not cost a write. */
const touchMs = 5 * 60_000;
/** Most that one process remembers. */
const mostEnded = 10_000;

// Sessions that were ended while the record could not be written, by installation: they open nothing here any more.
const endedHere = new WeakMap<object, Set<string>>();

/**
 * The context of whoever holds a session value, in the language of the visitor; undefined when it opens nothing (unknown,
 * ended, signed out, long unused, or its person is disabled).
 */
export const openTeamSession = visitorUseCase({
  permission: "accounts.open",
  input: z.object({ session: sessionValue }),
  events: [],
  async run(ctx, { session: value }): Promise<TeamContext | undefined> {
    const now = ctx.clock.now();
    const session = ctx.links.hash(value);
    if (endedHere.get(ctx.store)?.has(session)) return undefined;
    const found = await ctx.store.users.bySession(session, now, idleSince(now));
    if (!found || found.user.disabledAt) return undefined;
    const { user, organisation, hasSecondFactor, needsSecondFactor } = found;
    if (now.getTime() - found.lastSeenAt.getTime() >= touchMs) await touch(ctx, user.org, session);
    const { language, from } = ctx;
    return asUser(ctx, { user, organisation, language, from, session, hasSecondFactor, needsSecondFactor });
  },
});

/** That it is in use cannot be written down: the page is served all the same. */
async function touch(ctx: ServiceContext, org: string, sessionHash: string): Promise<void> {
  try {
    await ctx.store.users.touchSession({ org, sessionHash, at: ctx.clock.now() });
  } catch (error) {
    ctx.log.warn({ err: error }, "the use of a session could not be written down");
  }
}

/** Ends the session of this value, also where the record cannot be written: then in this process alone, until it expires. */
export const signOut = teamUseCase({
  permission: "own-session.end",
  input: z.object({ session: sessionValue }),
  events: ["user.signed-out"],
  async run(ctx, { session }, event) {
    const sessionHash = ctx.links.hash(session);
    try {
      const audit = event("user.signed-out", ctx.user.id, {});
      await ctx.store.users.signOut({ org: ctx.organisation.id, sessionHash, audit });
    } catch (error) {
      // Ended by somebody else meanwhile.
      if (error instanceof MissingError) return;
      rememberEnded(ctx, sessionHash);
      ctx.log.error({ err: error }, "a session could not be ended on record");
    }
  },
});

function rememberEnded({ store }: ServiceContext, sessionHash: string): void {
  const ended = endedHere.get(store) ?? new Set();
  endedHere.set(store, ended);
  ended.add(sessionHash);
  const [oldest] = ended;
  if (ended.size > mostEnded && oldest !== undefined) ended.delete(oldest);
}
