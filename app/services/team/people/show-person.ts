import { dayMoment } from "#app/i18n/dates/moments";
import { teamUseCase } from "#app/services/context/use-case";
import { sessionLines } from "#app/services/team/account/session-lines";
import { findPerson, hasOtherReader, personInput } from "./find-person";

/** One person: what they may do, and where they are signed in. @throws Problem "not-found" */
export const showPerson = teamUseCase({
  permission: "people.read",
  input: personInput,
  events: [],
  async run(ctx, input) {
    const person = await findPerson(ctx, input.id);
    const { id, name, email, role, readsNorthKorea, createdAt, disabledAt } = person;
    const second = await ctx.store.secondFactors.get(person.org, id);
    return {
      id,
      name,
      email,
      role,
      readsNorthKorea,
      isLastReader: readsNorthKorea && disabledAt === undefined && !(await hasOtherReader(ctx, id)),
      since: dayMoment(createdAt, ctx.language).text,
      endedOn: disabledAt && dayMoment(disabledAt, ctx.language).text,
      hasSecondFactor: second?.isOn ?? false,
      isSelf: id === ctx.user.id,
      mayChange: ctx.may("people.write"),
      sessions: await sessionLines(ctx, person),
    };
  },
});
