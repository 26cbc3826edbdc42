import type { TeamContext } from "#app/services/context/contexts";

/** Those of the team who can sign in, by name: one of them follows an action. */
export async function owners(ctx: TeamContext): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const people = await ctx.store.users.list(ctx.organisation.id);
  return people.filter(({ disabledAt }) => disabledAt === undefined).map(({ id, name }) => ({ id, name }));
}

export async function isOfTeam(ctx: TeamContext, id: string): Promise<boolean> {
  return (await owners(ctx)).some((one) => one.id === id);
}
