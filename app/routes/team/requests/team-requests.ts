import { Problem } from "#app/domain/problem";
import { requireKnownButton } from "#app/http/known-buttons";
import { namesLanguageOf } from "#app/http/language-cookie";
import { calledFrom, teamSessionTokenOf } from "#app/http/team-session.server";
import { redirect } from "#app/router/api/answers.server";
import type { ActionArgs, LoaderArgs } from "#app/router/api/route-types";
import { asVisitor } from "#app/services/context/callers";
import type { ServiceContext, TeamContext, VisitorContext } from "#app/services/context/contexts";
import { openTeamSession } from "#app/services/team/sign-in/team-session";
import { noteRefusal } from "#app/services/team/trail/note-refusal";
import { withProblemResponse } from "./problem-responses";

const secondFactorPage = "/settings/account/second-factor";

/** The signed-in person of a request, or undefined. */
export async function findTeamContext(
  request: Request,
  ctx: ServiceContext,
  address?: string,
): Promise<TeamContext | undefined> {
  const session = teamSessionTokenOf(ctx, request);
  if (session === undefined) return undefined;
  return openTeamSession(asVisitor(ctx, namesLanguageOf(request), calledFrom(request, address)), { session });
}

/** The same; others are sent to sign in (GET) or told so with a 401 (anything else). */
export async function requireTeamContext(
  request: Request,
  ctx: ServiceContext,
  address?: string,
): Promise<TeamContext> {
  const team = await findTeamContext(request, ctx, address);
  if (team) return team;
  if (request.method !== "GET" && request.method !== "HEAD") throw new Problem("sign-in-needed");
  const next = ownAddress(request);
  throw redirect(next === "/" ? "/login" : `/login?next=${encodeURIComponent(next)}`);
}

function ownAddress(request: Request): string {
  const { pathname, search } = new URL(request.url);
  return pathname.replace(/\.data$/, "").replace(/^\/_root$/, "/") + search;
}

/** What the top of every team page says of whoever is signed in. */
export function topBarOf({ organisation, user }: TeamContext): { organisation: string; person: string } {
  return { organisation: organisation.name, person: user.name };
}

type TeamWork<T, A> = (ctx: TeamContext, args: A) => Promise<T> | T;

/**
 * The only way a team page is given anything: somebody signed in; what they may do, each use case asks.
 * Problems thrown by services are answered with their status. `buttons`: what the forms of the page may say in `intent`, `do` or
 * `then`; anything else is refused before anything is done.
 */
export function forTeam<T, A extends LoaderArgs | ActionArgs>(
  work: TeamWork<T, A>,
  buttons: readonly string[] = [],
): (args: A) => Promise<T> {
  return (args) => {
    let bar: ReturnType<typeof topBarOf> | undefined;
    return withProblemResponse(
      args,
      async () => {
        const { context, address } = args.context;
        const team = await requireTeamContext(args.request, context, address);
        const ctx = args.request.method === "HEAD" ? { ...team, isHead: true } : team;
        bar = topBarOf(ctx);
        await requireKnownButton(args.request, buttons);
        return unlessRefused(ctx, args, () => work(ctx, args));
      },
      // After a refused form no loader of the frame runs: who is signed in has to come with the refusal.
      () => ({ bar }),
    );
  };
}

/** Runs what somebody asked for. What their role does not allow is written down; what they have to set up first they are led to. */
async function unlessRefused<T>(ctx: TeamContext, { request }: LoaderArgs, work: () => Promise<T> | T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { permission } = error.params;
    if (error.code === "not-allowed") await noteRefusal(ctx, { permission: String(permission ?? "") });
    if (error.code === "second-factor-needed" && request.method === "GET") throw redirect(secondFactorPage);
    throw error;
  }
}

/** For the few pages that nobody has to sign in for: setting up, signing in, joining. */
export function forAnyone<T, A extends LoaderArgs | ActionArgs>(
  work: (ctx: VisitorContext, args: A) => Promise<T> | T,
): (args: A) => Promise<T> {
  return (args) =>
    withProblemResponse(args, async () => {
      const { context, address } = args.context;
      const from = calledFrom(args.request, address);
      await requireKnownButton(args.request, []);
      return work(asVisitor(context, namesLanguageOf(args.request), from), args);
    });
}
