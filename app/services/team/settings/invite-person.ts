import * as z from "zod";
import { timeMoment } from "#app/i18n/dates/moments";
import { fault } from "#app/services/context/faults";
import { teamUseCase } from "#app/services/context/use-case";
import { accountEmail } from "#app/services/team/sign-in/account-fields";
import { joiningLink } from "#app/services/team/sign-in/joining-link";
import { roles } from "#terms/roles";

/**
 * A link by which a colleague joins with a role and chooses a password. Nothing is kept of it, so it leaves no event: the
 * account that it makes does.
 */
export const inviteUser = teamUseCase({
  permission: "people.write",
  input: z.object({ email: accountEmail, role: z.enum(roles, "not-valid") }),
  events: [],
  async run(ctx, { email, role }) {
    if (await ctx.store.users.byEmail(email)) return fault("email", "email-taken");
    const { link, until } = joiningLink(ctx, { org: ctx.organisation.id, by: ctx.user.id, email, role });
    return { email, link, until: timeMoment(until, ctx.language).text };
  },
});
