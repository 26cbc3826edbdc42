import { isoDay } from "#app/i18n/dates/days";
import type { TeamContext } from "#app/services/context/contexts";
import { teamUseCase } from "#app/services/context/use-case";
import { type CsvFile, linesOf } from "#app/services/files/csv";
import { eventWords } from "#app/services/team/suppliers/trail/event-words";
import { noteExport } from "./note";
import { filterFor, type TrailQuery, trailInput } from "./trail-filter";

const batch = 500;

const columns = [
  "at_utc",
  "event",
  "text",
  "actor",
  "actor_name",
  "actor_id",
  "subject",
  "subject_id",
  "address",
  "agent",
] as const;

/** Every event of a filter as a CSV file, newest first. Its lines are made as they are sent. */
export const exportTrail = teamUseCase({
  permission: "trail.read",
  input: trailInput,
  events: ["data.exported"],
  async run(ctx, query, event): Promise<CsvFile> {
    await noteExport(ctx, event, "trail");
    return { name: `trail-${isoDay(ctx.clock.now())}.csv`, lines: linesOf(rowsOf(ctx, query)) };
  },
});

async function* rowsOf(ctx: TeamContext, query: TrailQuery): AsyncGenerator<readonly (string | undefined)[]> {
  yield columns;
  let before: number | undefined;
  for (;;) {
    const asked = { ...filterFor(ctx, query), most: batch, ...(before === undefined ? {} : { beforeSeq: before }) };
    const events = await ctx.store.audit.trail(ctx.organisation.id, asked);
    for (const event of events) {
      const { at, action, actor, subject, from } = event;
      yield [
        at.toISOString(),
        action,
        eventWords(ctx, event),
        actor.kind,
        "name" in actor ? actor.name : undefined,
        "id" in actor ? actor.id : undefined,
        subject.type,
        subject.id,
        from?.address,
        from?.agent,
      ];
    }
    if (events.length < batch) return;
    before = events.at(-1)?.seq;
  }
}
