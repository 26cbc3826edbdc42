import { dayMoment } from "#app/i18n/dates/moments";
import { noInput } from "#app/services/context/inputs";
import { idleMinutes, sessionHours } from "#app/services/context/session-limits";
import { teamUseCase } from "#app/services/context/use-case";
import { passwordLimits } from "#app/services/team/sign-in/passwords/password-rules";
import { sessionLines } from "./session-lines";

/** How somebody signs in themselves, and where they are signed in. */
export const showAccount = teamUseCase({
  permission: "own-account.change",
  input: noInput,
  events: [],
  async run(ctx) {
    const { user, hasSecondFactor } = ctx;
    const second = await ctx.store.secondFactors.get(user.org, user.id);
    const mustHaveSecondFactor = (await ctx.store.secondFactors.roles(user.org)).includes(user.role);
    return {
      email: user.email,
      second: second?.isOn
        ? { since: second.setAt && dayMoment(second.setAt, ctx.language).text, codesLeft: second.codesLeft }
        : undefined,
      mustHaveSecondFactor,
      characters: hasSecondFactor ? passwordLimits.withSecondFactor : passwordLimits.characters,
      sessions: await sessionLines(ctx, user),
      limits: { hours: sessionHours, minutes: idleMinutes },
    };
  },
});
