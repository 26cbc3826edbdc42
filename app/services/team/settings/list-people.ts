import { dayMoment } from "#app/i18n/dates/moments";
import { noInput } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { joiningLines } from "#app/services/team/people/joinings";

/** Everybody who has an account in the organisation, and since when (UTC). */
export const listUsers = teamUseCase({
  permission: "people.read",
  input: noInput,
  events: [],
  async run(ctx) {
    const people = await ctx.store.users.list(ctx.organisation.id);
    const holders = await ctx.store.secondFactors.holders(ctx.organisation.id);
    return people
      .filter(({ erasedAt }) => erasedAt === undefined)
      .map(({ id, name, email, role, readsNorthKorea, createdAt, disabledAt }) => ({
        id,
        name,
        email,
        role,
        readsNorthKorea,
        disabled: disabledAt !== undefined,
        hasSecondFactor: holders.includes(id),
        since: dayMoment(createdAt, ctx.language).text,
      }));
  },
});

/** Who was invited and has not joined, and which roles must have a second factor. */
export const showJoinings = teamUseCase({
  permission: "people.read",
  input: noInput,
  events: [],
  run: async (ctx) => ({
    joinings: await joiningLines(ctx),
    secondFactorRoles: await ctx.store.secondFactors.roles(ctx.organisation.id),
  }),
});
