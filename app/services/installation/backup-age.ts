import { dayMs } from "#app/i18n/dates/days";
import { timeMoment } from "#app/i18n/dates/moments";
import type { TeamContext } from "#app/services/context/contexts";
import type { BackupView } from "#app/views/team/backup";

/** From so many days on, work that would be lost is worth a warning. */
const oldDays = 2;

/** How old the last backup is, for those who look after the installation; undefined for everybody else. */
export async function backupView(ctx: TeamContext): Promise<BackupView | undefined> {
  if (ctx.config.isDemo || !ctx.may("people.read")) return undefined;
  const kept = await ctx.store.upkeep.fact("last-backup");
  const last = kept === undefined ? undefined : new Date(kept);
  const since = last ?? ctx.organisation.createdAt;
  const days = Math.max(0, Math.floor((ctx.clock.now().getTime() - since.getTime()) / dayMs));
  return {
    at: last && timeMoment(last, ctx.language).text,
    days,
    isOld: days >= oldDays,
    isDaily: ctx.backups !== undefined,
  };
}
