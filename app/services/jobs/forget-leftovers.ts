import { noInput } from "#app/services/context/inputs";
import { idleSince, supplierSessionsSince } from "#app/services/context/session-limits";
import { systemUseCase } from "#app/services/context/use-case";
import { oldestUpload } from "#app/services/team/imports/kept-uploads";

/** Share of the size limit of the database from which on it is told to people and in the log. */
export const warnedShare = 0.8;

/** Removes sessions that are over or were long unused, and lists that nobody confirmed within a day, and says when the database is nearly full. */
export const forgetLeftovers = systemUseCase({
  permission: "system.work",
  input: noInput,
  events: [],
  async run(ctx) {
    const now = ctx.clock.now();
    const ofTeam = await ctx.store.users.forgetSessions(now, idleSince(now));
    const ofSuppliers = await ctx.store.attestations.forgetSessions(supplierSessionsSince(now));
    const sessions = ofTeam + ofSuppliers;
    const uploads = await ctx.uploads.sweep(oldestUpload(ctx));
    const { bytes, most } = await ctx.store.size();
    if (most !== undefined && bytes >= most * warnedShare) {
      ctx.log.warn({ bytes, most }, "the database is nearly as large as DATABASE_MAX_MB allows");
    }
    return { sessions, uploads };
  },
});
