import type { ServiceContext, TeamContext } from "#app/services/context/contexts";
import { invitePerson, join } from "#app/services/team/settings/people";
import { offerSetup, setUp } from "#app/services/team/sign-in/setup";
import { signIn } from "#app/services/team/sign-in/sign-in";
import { openTeamContext } from "#app/services/team/sign-in/team-session";

/** The password of everybody in the made world. It is printed at every start: nothing but the demo may use it. */
export const demoPassword = "only-for-this-demo";

export const demoPeople = {
  admin: { name: "Ida Lindqvist", email: "ida.lindqvist@northmere.example" },
  buyer: { name: "Marcus Oyelaran", email: "marcus.oyelaran@northmere.example" },
  analyst: { name: "Helene Fuchs", email: "helene.fuchs@northmere.example" },
  viewer: { name: "Tomás Ribeiro", email: "tomas.ribeiro@northmere.example" },
} as const;

/** Sets the product up and lets a colleague of each other role join, as their pages do. */
export async function addPeople(ctx: ServiceContext): Promise<void> {
  const address = await offerSetup(ctx);
  const secret = address?.split("/").at(-1) ?? "";
  const { admin, ...colleagues } = demoPeople;
  const made = await setUp(ctx, secret, { organisation: "Northmere Outdoor Group", ...admin, password: demoPassword });
  if ("faults" in made) throw new Error(`The demo cannot be set up: ${JSON.stringify(made.faults)}`);
  const team = await asPerson(ctx, "admin");
  for (const [role, { name, email }] of Object.entries(colleagues)) {
    const invited = await invitePerson(team, { email, role });
    if ("fault" in invited) throw new Error(`${name} cannot be invited: ${invited.fault}`);
    const token = invited.link.split("/").at(-1) ?? "";
    const joined = await join(ctx, token, { name, password: demoPassword });
    if ("fault" in joined) throw new Error(`${name} cannot join: ${joined.fault}`);
  }
}

/** The context of one of the people, signed in at the time `ctx` stands at. */
export async function asPerson(ctx: ServiceContext, role: keyof typeof demoPeople): Promise<TeamContext> {
  const { email } = demoPeople[role];
  const signed = await signIn(ctx, { email, password: demoPassword, address: "demo" });
  const team = signed.kind === "signed-in" ? await openTeamContext(ctx, signed.session, "en") : undefined;
  if (!team) throw new Error(`${email} cannot sign in: ${signed.kind}`);
  return team;
}
