import { asSystem, asVisitor } from "#app/services/context/callers";
import type { ServiceContext, TeamContext } from "#app/services/context/contexts";
import { changeNorthKorea } from "#app/services/team/people/change-access";
import { inviteUser } from "#app/services/team/settings/invite-person";
import { join } from "#app/services/team/sign-in/joining";
import { offerSetup, setUp } from "#app/services/team/sign-in/setup";
import { signIn } from "#app/services/team/sign-in/sign-in";
import { openTeamSession } from "#app/services/team/sign-in/team-session";

/** The password of everybody in the made world. It is printed at every start: nothing but the demo may use it. */
export const demoPassword = "only-for-this-demo";

export const demoPeople = {
  admin: { name: "Ida Lindqvist", email: "ida.lindqvist@northmere.example" },
  buyer: { name: "Marcus Oyelaran", email: "marcus.oyelaran@northmere.example" },
  analyst: { name: "Helene Fuchs", email: "helene.fuchs@northmere.example" },
  viewer: { name: "Tomás Ribeiro", email: "tomas.ribeiro@northmere.example" },
} as const;

/** Sets the product up and lets a colleague of each other role join, as their pages do; the analyst sees answers on North Korean labour. */
export async function addPeople(ctx: ServiceContext): Promise<void> {
  const address = await offerSetup(asSystem(ctx, "demo"), {});
  const visitor = asVisitor(ctx, "en");
  const secret = address?.split("/").at(-1) ?? "";
  const { admin, ...colleagues } = demoPeople;
  const organisation = "Northmere Outdoor Group";
  const made = await setUp.submit(visitor, { secret, organisation, ...admin, password: demoPassword });
  if ("faults" in made) throw new Error(`The demo cannot be set up: ${JSON.stringify(made.faults)}`);
  const team = await asPerson(ctx, "admin");
  for (const [role, { name, email }] of Object.entries(colleagues)) {
    const invited = await inviteUser.submit(team, { email, role });
    if ("faults" in invited) throw new Error(`${name} cannot be invited: ${JSON.stringify(invited.faults)}`);
    const token = invited.done.link.split("/").at(-1) ?? "";
    const joined = await join.submit(visitor, { token, name, password: demoPassword });
    if ("faults" in joined) throw new Error(`${name} cannot join: ${JSON.stringify(joined.faults)}`);
  }
  const { user } = await asPerson(ctx, "analyst");
  await changeNorthKorea(team, { id: user.id, reads: "yes" });
}

/** The context of one of the people, signed in at the time `ctx` stands at. */
export async function asPerson(ctx: ServiceContext, role: keyof typeof demoPeople): Promise<TeamContext> {
  const { email } = demoPeople[role];
  const visitor = asVisitor(ctx, "en");
  const signed = await signIn(visitor, { email, password: demoPassword, address: "demo" });
  const team = signed.kind === "signed-in" ? await openTeamSession(visitor, { session: signed.session }) : undefined;
  if (!team) throw new Error(`${email} cannot sign in: ${signed.kind}`);
  return team;
}
