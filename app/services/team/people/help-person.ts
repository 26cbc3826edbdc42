import { timeMoment } from "#app/i18n/dates/moments";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { newReset } from "#app/services/team/sign-in/reset/reset-link";
import { findPerson, personInput } from "./find-person";

/** A link by which somebody chooses a new password, for who helps them to hand on. @throws Problem "not-found" */
export const offerReset = teamUseCase({
  permission: "people.write",
  input: personInput,
  events: ["user.reset-offered"],
  async run(ctx, { id }, event) {
    const user = await findPerson(ctx, id);
    const { reset, link } = newReset(ctx, { user, id: ctx.ids.next(), way: "administrator" });
    const audit = event("user.reset-offered", id, { way: reset.way });
    await ctx.store.passwordResets.offer({ reset, audit });
    return { email: user.email, link, until: timeMoment(reset.expiresAt, ctx.language).text };
  },
});

/** Turns off the second factor of somebody who lost it. Done twice it is done once. @throws Problem "not-found" */
export const removeSecondFactorOf = teamUseCase({
  permission: "people.write",
  input: personInput,
  events: ["user.second-factor-removed"],
  async run(ctx, { id }, event) {
    const { org } = await findPerson(ctx, id);
    if (!(await ctx.store.secondFactors.get(org, id))?.isOn) return;
    await ctx.store.secondFactors.remove({ org, user: id, audit: event("user.second-factor-removed", id, {}) });
  },
});

/** Ends one session of somebody, or all of them. Those that ended meanwhile are as if it had been this. @throws Problem "not-found" */
export const endSessionsOf = teamUseCase({
  permission: "people.write",
  input: personInput.extend({ session: recordId.optional() }),
  events: ["user.session-ended"],
  async run(ctx, { id, session: only }, event) {
    const { org } = await findPerson(ctx, id);
    const audit = event("user.session-ended", id, { sessions: only ? "one" : "others" });
    await ctx.store.users.endSessions({ org, user: id, ...(only ? { only } : {}), audit });
  },
});
