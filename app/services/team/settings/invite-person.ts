import * as z from "zod";
import { timeMoment } from "#app/i18n/dates/moments";
import { fault } from "#app/services/context/faults";
import { teamUseCase } from "#app/services/context/use-case";
import { joiningLink } from "#app/services/team/sign-in/joining-link";
import { accountEmail } from "#app/services/team/sign-in/passwords/account-fields";
import { roles } from "#terms/roles";

/** Who invites the same address to the same role within this is at the same thing: a second click, a colleague. In milliseconds. */
const sameMs = 60_000;

/**
 * A link by which a colleague joins with a role and chooses a password. One to the same address takes the place of the last,
 * but sent twice at once, also by two people, it is one invitation, and both are shown the link that works.
 */
export const inviteUser = teamUseCase({
  permission: "people.write",
  input: z.object({ email: accountEmail, role: z.enum(roles, "not-valid") }),
  events: ["user.invited"],
  async run(ctx, { email, role }, event) {
    if (await ctx.store.users.byEmail(email)) return fault("email", "email-taken");
    const id = ctx.ids.next();
    const { tokenHash, expiresAt } = joiningLink(ctx, { id, generation: 1 });
    const { organisation, user, clock } = ctx;
    const joining = { org: organisation.id, id, email, role, invitedBy: user.id, generation: 1, tokenHash, expiresAt };
    const audit = event("user.invited", id, { role });
    const createdAt = clock.now();
    const sameSince = new Date(createdAt.getTime() - sameMs);
    const open = await ctx.store.joinings.offer({ joining: { ...joining, createdAt }, sameSince, audit });
    return { email, link: joiningLink(ctx, open).link, until: timeMoment(open.expiresAt, ctx.language).text };
  },
});
