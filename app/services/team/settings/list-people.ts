import { dayMoment } from "#app/i18n/dates/moments";
import { noInput } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";

/** Everybody who has an account in the organisation, and since when (UTC). */
export const listUsers = teamUseCase({
  permission: "people.read",
  input: noInput,
  events: [],
  async run(ctx) {
    const people = await ctx.store.users.list(ctx.organisation.id);
    return people.map(({ id, name, email, role, createdAt, disabledAt }) => ({
      id,
      name,
      email,
      role,
      disabled: disabledAt !== undefined,
      since: dayMoment(createdAt, ctx.language).text,
    }));
  },
});
