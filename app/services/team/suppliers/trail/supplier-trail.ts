import { timeMoment } from "#app/i18n/dates/moments";
import type { TeamContext } from "#app/services/context/contexts";
import type { TrailLine } from "#app/views/team/supplier/record";
import type { StoredAuditEvent } from "#db/audit";
import { actorWords, eventWords } from "./event-words";

/** Events read from the trail; a supplier that answers on many days makes some hundreds. */
const mostEvents = 500;
/** Lines shown, newest first. */
const mostLines = 100;

/** What happened to a supplier, its invitations and attestations. Saved answers that follow each other are one line. */
export async function supplierTrail(
  ctx: TeamContext,
  subjects: readonly string[],
): Promise<{ lines: readonly TrailLine[]; more: boolean }> {
  const events = await ctx.store.audit.trail(ctx.organisation.id, { subjects, most: mostEvents });
  const runs: { event: StoredAuditEvent; saved: number }[] = [];
  for (const event of events) {
    if (event.action === "draft.kept") continue;
    const last = runs.at(-1);
    const follows = event.action === "answer.saved" && last?.event.action === "answer.saved";
    if (follows && last.event.subject.id === event.subject.id) last.saved += 1;
    else runs.push({ event, saved: 1 });
  }
  const lines = runs.slice(0, mostLines).map(({ event, saved }) => ({
    key: String(event.seq),
    at: timeMoment(event.at, ctx.language),
    text: eventWords(ctx, event, saved),
    by: actorWords(ctx, event),
  }));
  return { lines, more: runs.length > mostLines || events.length === mostEvents };
}
