import { timeMoment } from "#app/i18n/dates/moments";
import type { TeamContext } from "#app/services/context/contexts";
import { hiddenActions } from "#app/services/north-korea/hidden-events";
import { readsNorthKorea } from "#app/services/north-korea/north-korea";
import type { TrailLine } from "#app/views/team/supplier/record";
import type { StoredAuditEvent } from "#db/audit";
import type { Mail } from "#db/records";
import { actorWords, eventWords } from "./event-words";

/** Events read from the trail; a supplier that answers on many days makes some hundreds. */
const mostEvents = 500;
/** Lines shown, newest first. */
const mostLines = 100;

/** What happened to a supplier, its invitations, attestations and `mails`. Saved answers that follow each other are one line. */
export async function supplierTrail(
  ctx: TeamContext,
  { subjects, mails }: { readonly subjects: readonly string[]; readonly mails: readonly Mail[] },
): Promise<{ lines: readonly TrailLine[]; more: boolean }> {
  const about = [...subjects, ...mails.map(({ id }) => id)];
  const events = await ctx.store.audit.trail(ctx.organisation.id, {
    ...{ subjects: about, except: hiddenActions(ctx), most: mostEvents },
  });
  const mailOf = (id: string) => mails.find((mail) => mail.id === id);
  const runs: { event: StoredAuditEvent; saved: number }[] = [];
  for (const event of events) {
    // That one was prepared stands beside what it was prepared for.
    if (event.action === "draft.kept" || event.action === "mail.queued") continue;
    const last = runs.at(-1);
    const follows = event.action === "answer.saved" && last?.event.action === "answer.saved";
    if (follows && last.event.subject.id === event.subject.id) last.saved += 1;
    else runs.push({ event, saved: 1 });
  }
  const lines = runs.slice(0, mostLines).map(({ event, saved }, place) => ({
    // The numbers of events tell how many stand between them.
    key: readsNorthKorea(ctx) ? String(event.seq) : String(place),
    at: timeMoment(event.at, ctx.language),
    text: eventWords(ctx, event, { times: saved, mailOf }),
    by: actorWords(ctx, event),
  }));
  return { lines, more: runs.length > mostLines || events.length === mostEvents };
}
