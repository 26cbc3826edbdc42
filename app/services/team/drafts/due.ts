import { zonedInstant } from "#app/i18n/dates/zones";
import type { TeamContext } from "#app/services/context/contexts";
import { changeDraft, findDraft } from "./draft";

export type DueFault = "not-a-time" | "past";

/** Saves when answers are due. `date` as 2026-11-30, `time` as 23:59, `zone` an IANA zone. */
export async function changeDue(
  ctx: TeamContext,
  id: string,
  { date, time, zone }: { date: string; time: string; zone: string },
): Promise<DueFault | undefined> {
  await findDraft(ctx, id);
  const dueAt = zonedInstant(date, time, zone);
  if (!dueAt) return "not-a-time";
  if (dueAt <= ctx.clock.now()) return "past";
  await changeDraft(ctx, id, { dueAt, zone });
  return undefined;
}
