import type { CallerContext } from "#app/services/context/contexts";
import type { Campaign } from "#db/records";

/** When suppliers of a campaign are reminded, as a sentence. */
export function reminderWords({ schedule }: Campaign, t: ReturnType<CallerContext["t"]>): string {
  if (!schedule) return t("team:campaign.reminders.none");
  const { first, every, most } = schedule;
  return t("team:campaign.reminders.plan", { count: most, first, every });
}
