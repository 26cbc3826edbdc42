import { noInput } from "#app/services/context/inputs";
import { systemUseCase } from "#app/services/context/use-case";

/** Longest time between two looks, so that another time of day is kept from the next hour on. */
const lookMs = 3_600_000;

/**
 * Makes the daily backup if one is due and was not made since, by hand or otherwise. Returns whether it made one, and when to
 * look again.
 */
export const backUp = systemUseCase({
  permission: "system.work",
  input: noInput,
  events: [],
  async run(ctx): Promise<{ made: boolean; againAt: Date }> {
    const now = ctx.clock.now();
    const soon = new Date(now.getTime() + lookMs);
    if (!ctx.backups) return { made: false, againAt: soon };
    const { last, next } = ctx.backups.dueAround(now);
    const before = await ctx.store.upkeep.fact("last-backup");
    const againAt = next < soon ? next : soon;
    if (before !== undefined && new Date(before) >= last) return { made: false, againAt };
    const { folder, bytes } = await ctx.backups.make(now);
    await ctx.store.upkeep.keepFact("last-backup", now.toISOString());
    ctx.log.info({ folder, bytes }, "a backup was made");
    return { made: true, againAt };
  },
});
