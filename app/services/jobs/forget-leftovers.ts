import { dayMs } from "#app/i18n/dates/days";
import { answerKeptMs } from "#app/services/api/requests/once";
import { noInput } from "#app/services/context/inputs";
import { idleSince, supplierSessionsSince } from "#app/services/context/session-limits";
import { systemUseCase } from "#app/services/context/use-case";
import { oldestUpload } from "#app/services/team/imports/kept-uploads";

/** Share of the size limit of the database from which on it is told to people and in the log. */
export const warnedShare = 0.8;

/** How long a link to join that is over still says so to whoever opens it, and the trail whom it was for, in milliseconds. */
const joiningMs = 30 * dayMs;
/** The same for one to a new password, which works for an hour. */
const resetMs = dayMs;

/** Removes sessions that are over or were long unused, links to join and for a new password that are long over, what programs were answered a day ago, and lists that nobody confirmed within a day, and says when the database is nearly full. */
export const forgetLeftovers = systemUseCase({
  permission: "system.work",
  input: noInput,
  events: [],
  async run(ctx) {
    const now = ctx.clock.now();
    const ofTeam = await ctx.store.users.forgetSessions(now, idleSince(now));
    const ofSuppliers = await ctx.store.attestations.forgetSessions(supplierSessionsSince(now));
    const sessions = ofTeam + ofSuppliers;
    const joinings = await ctx.store.joinings.forget(new Date(now.getTime() - joiningMs));
    const resets = await ctx.store.passwordResets.forget(new Date(now.getTime() - resetMs));
    const answers = await ctx.store.apiKeys.forget(new Date(now.getTime() - answerKeptMs));
    const uploads = await ctx.uploads.sweep(oldestUpload(ctx));
    const { bytes, most } = await ctx.store.size();
    if (most !== undefined && bytes >= most * warnedShare) {
      ctx.log.warn({ bytes, most }, "the database is nearly as large as DATABASE_MAX_MB allows");
    }
    return { sessions, joinings, resets, answers, uploads };
  },
});
