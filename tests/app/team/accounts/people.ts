import { asSystem, asVisitor } from "#app/services/context/callers";
import type { TeamContext } from "#app/services/context/contexts";
import { offerSetup, setUp } from "#app/services/team/sign-in/setup";
import { type SignIn, signIn } from "#app/services/team/sign-in/sign-in";
import { openTeamSession } from "#app/services/team/sign-in/team-session";
import type { Role } from "#terms/roles";
import { asPerson, sessionOf, type TestContext, testContext } from "#tests/support/context";
import { anEvent, aUser } from "#tests/support/factories";

export const password = "a sentence nobody guesses";
export const email = "ada@northmere.example";

export const from = { address: "192.0.2.1", agent: "Reader/1" };
export const visitor = (ctx: TestContext) => asVisitor(ctx, "en", from);

/** An installation with one administrator, who has a password. */
export async function inhabited(): Promise<TestContext> {
  const ctx = await testContext();
  const link = await offerSetup(asSystem(ctx, "test"), {});
  const secret = link?.split("/").pop() ?? "";
  await setUp(visitor(ctx), { secret, organisation: "Northmere", name: "Ada", email, password });
  return ctx;
}

type Attempt = { email: string; password: string; address: string; device: string };

export const attempt = (ctx: TestContext, over: Partial<Attempt> = {}): Promise<SignIn> =>
  signIn(visitor(ctx), { email, password, address: "192.0.2.1", ...over });

/** The administrator, signed in with the password. */
export async function ada(ctx: TestContext): Promise<TeamContext> {
  const signed = await attempt(ctx);
  const team = signed.kind === "signed-in" && (await openTeamSession(visitor(ctx), { session: signed.session }));
  if (!team) throw new Error(`Ada cannot sign in: ${signed.kind}`);
  return team;
}

/** A colleague with a role, signed in without a password. */
export async function colleagueOf(team: TeamContext, ctx: TestContext, role: Role) {
  const user = aUser({ org: team.organisation.id, role });
  await ctx.store.users.add({ user, passwordHash: "nobody's", audit: anEvent() });
  const session = await sessionOf(ctx, user);
  return { user, session, ctx: asPerson(ctx, { user, organisation: team.organisation }) };
}

/** What happened last, newest first, with what is worth knowing of it. */
export async function happened(team: TeamContext, most = 20) {
  const events = await team.store.audit.trail(team.organisation.id, { most });
  return events.map(({ action, details, from: origin }) => ({ action, details, from: origin }));
}
