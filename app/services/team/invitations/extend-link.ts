import { dayMs } from "#app/i18n/dates/days";
import { oneOfNumbers } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { findOpen, invitationInput } from "./invited";
import { wasJustDone } from "./just-done";

/** Days a link can be extended by at once. */
export const extensions = [7, 14, 30] as const;

/**
 * Lets the link work longer: so many days from its end, or from now if it has ended. Asked for twice at once, it is
 * extended once.
 * @throws Problem "not-found"; "changed-meanwhile" for an invitation that has ended
 */
export const extendLink = teamUseCase({
  permission: "campaigns.write",
  input: invitationInput.extend({ days: oneOfNumbers(extensions) }),
  events: ["invitation.extended"],
  async run(ctx, { days, ...asked }, event) {
    const { id, expiresAt: end } = (await findOpen(ctx, asked)).invitation;
    if (await wasJustDone(ctx, "invitation.extended", id)) return;
    const start = Math.max(ctx.clock.now().getTime(), end.getTime());
    const expiresAt = new Date(start + days * dayMs);
    await ctx.store.invitations.extend({
      org: ctx.organisation.id,
      id,
      from: end,
      expiresAt,
      audit: event("invitation.extended", id, { until: expiresAt.toISOString() }),
    });
  },
});
