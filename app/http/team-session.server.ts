import type { Permission } from "#app/domain/permissions";
import { Problem } from "#app/domain/problem";
import { languageOf } from "#app/i18n/language-cookie";
import { defaultLanguage, findLanguage } from "#app/i18n/languages";
import { data, redirect, type TypedResponse } from "#app/router/answers.server";
import type { ActionArgs, LoaderArgs } from "#app/router/route-types";
import type { ServiceContext, TeamContext } from "#app/services/context/contexts";
import { openTeamContext, sessionHours, signOut } from "#app/services/team/sign-in/team-session";
import { knownProblem } from "#app/views/team/problem";
import { ConflictError, MissingError, StorageFullError, TakenError } from "#db/errors";

/**
 * Name and attributes of the session's cookie. Any neighbour below the same domain can set a cookie for all of it, and
 * so have somebody work in a session of the neighbour's; only `__Host-` forbids that, and browsers take it with https alone.
 */
function cookieOf({ config }: ServiceContext): { readonly name: string; readonly attributes: string } {
  const attributes = "Path=/; HttpOnly; SameSite=Lax";
  if (!config.publicOrigin.startsWith("https:")) return { name: "avow_team", attributes };
  return { name: "__Host-avow_team", attributes: `${attributes}; Secure` };
}

/** The Set-Cookie of a person who has just signed in. */
export function teamCookie(ctx: ServiceContext, session: string): string {
  const { name, attributes } = cookieOf(ctx);
  return `${name}=${session}; Max-Age=${sessionHours * 3600}; ${attributes}`;
}

/** The Set-Cookie that forgets the session. */
export function noTeamCookie(ctx: ServiceContext): string {
  const { name, attributes } = cookieOf(ctx);
  return `${name}=; Max-Age=0; ${attributes}`;
}

/** The session value a request carries. */
export function teamSessionOf(ctx: ServiceContext, request: Request): string | undefined {
  const { name } = cookieOf(ctx);
  for (const pair of (request.headers.get("cookie") ?? "").split(";")) {
    const [, value] = /^([\w-]{43})$/.exec(pair.trim().slice(name.length + 1)) ?? [];
    if (value && pair.trim().startsWith(`${name}=`)) return value;
  }
  return undefined;
}

/** Sends somebody who has just proved who they are on with a new session; the one their browser came with ends. */
export async function redirectSignedIn(
  ctx: ServiceContext,
  request: Request,
  { session, to }: { session: string; to: string },
): Promise<TypedResponse<never>> {
  await signOut(ctx, teamSessionOf(ctx, request));
  return redirect(to, { headers: { "set-cookie": teamCookie(ctx, session) } });
}

/**
 * A path of our own to go to after signing in, from what a link or form said. Anything that a browser could read as
 * another site becomes `/`: `//host`, backslashes, schemes, control characters.
 */
export function safeNext(next: string | null | undefined): string {
  if (!next || next.length > 2000 || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(next)) return "/";
  const url = new URL(next, "http://own.invalid");
  return url.origin === "http://own.invalid" && !url.pathname.startsWith("//")
    ? url.pathname + url.search + url.hash
    : "/";
}

function ownAddress(request: Request): string {
  const { pathname, search } = new URL(request.url);
  return pathname.replace(/\.data$/, "").replace(/^\/_root$/, "/") + search;
}

/** The language team pages are written in for this request: the reader's, once all texts are there in it. */
export function teamLanguage(request: Request): string {
  const language = languageOf(request);
  return findLanguage(language)?.complete ? language : defaultLanguage;
}

function isForm(request: Request): boolean {
  const type = request.headers.get("content-type") ?? "";
  return /^(?:application\/x-www-form-urlencoded|multipart\/form-data)\s*(?:;|$)/i.test(type);
}

/** A form that breaks off is told by the platform's parser only as a TypeError with these words. */
function isBrokenForm(thrown: unknown): boolean {
  return thrown instanceof TypeError && /formdata/i.test(thrown.message);
}

/** What the store throws, as people are told of it. */
function problemOf(thrown: unknown): Problem | undefined {
  if (thrown instanceof Problem) return thrown;
  if (isBrokenForm(thrown)) return new Problem("bad-request");
  if (thrown instanceof StorageFullError) return new Problem("not-saved");
  // Somebody else was there between our looking and our writing.
  if (thrown instanceof ConflictError || thrown instanceof MissingError || thrown instanceof TakenError) {
    return new Problem("changed-meanwhile");
  }
  return undefined;
}

/** Answers a Problem with its status, its code and a title for the page; everything else stays the error it was. */
async function answering<T>(
  { request, context }: LoaderArgs,
  work: () => Promise<T>,
  said: () => object = () => ({}),
): Promise<T> {
  try {
    if (request.method === "POST" && !isForm(request)) throw new Problem("bad-request");
    return await work();
  } catch (thrown) {
    const error = problemOf(thrown);
    if (!error) throw thrown;
    const told = knownProblem(error.code);
    const title = context.context.t(teamLanguage(request))(`team:problem.${told}.title`);
    throw data({ ...said(), problem: told, title }, { status: error.status });
  }
}

/** The signed-in person of a request. Others are sent to sign in (GET) or told so with a 401 (anything else). */
export async function teamContext(request: Request, ctx: ServiceContext): Promise<TeamContext> {
  const team = await openTeamContext(ctx, teamSessionOf(ctx, request), languageOf(request));
  if (team) return team;
  if (request.method !== "GET" && request.method !== "HEAD") throw new Problem("sign-in-needed");
  const next = ownAddress(request);
  throw redirect(next === "/" ? "/login" : `/login?next=${encodeURIComponent(next)}`);
}

/** What the top of every team page says of whoever is signed in. */
export function topBarOf({ organisation, user }: TeamContext): { organisation: string; person: string } {
  return { organisation: organisation.name, person: user.name };
}

type TeamWork<T, A> = (ctx: TeamContext, args: A) => Promise<T> | T;

/**
 * The only way a team page is given anything: somebody signed in; what they may do, each use case asks.
 * Problems thrown by services are answered with their status.
 */
export function forTeam<T, A extends LoaderArgs | ActionArgs>(work: TeamWork<T, A>): (args: A) => Promise<T>;
export function forTeam<T, A extends LoaderArgs | ActionArgs>(
  permission: Permission,
  work: TeamWork<T, A>,
): (args: A) => Promise<T>;
export function forTeam<T, A extends LoaderArgs | ActionArgs>(
  first: Permission | TeamWork<T, A>,
  second?: TeamWork<T, A>,
): (args: A) => Promise<T> {
  const permission = typeof first === "string" ? first : undefined;
  const work = typeof first === "string" ? second : first;
  if (!work) throw new Error("a page needs something to do");
  return (args) => {
    let bar: ReturnType<typeof topBarOf> | undefined;
    return answering(
      args,
      async () => {
        const ctx = await teamContext(args.request, args.context.context);
        bar = topBarOf(ctx);
        if (permission) ctx.require(permission);
        return work(ctx, args);
      },
      // After a refused form no loader of the frame runs: who is signed in has to come with the refusal.
      () => ({ bar }),
    );
  };
}

/** For the few pages that nobody has to sign in for: setting up, signing in, joining. */
export function forAnyone<T, A extends LoaderArgs | ActionArgs>(
  work: (ctx: ServiceContext, args: A) => Promise<T> | T,
): (args: A) => Promise<T> {
  return (args) => answering(args, async () => work(args.context.context, args));
}
