import * as z from "zod";
import { timeMoment } from "#app/i18n/dates/moments";
import type { TeamContext } from "#app/services/context/contexts";
import { teamUseCase } from "#app/services/context/use-case";
import { readsNorthKorea } from "#app/services/north-korea/north-korea";
import { agentWords } from "#app/services/team/account/agent-words";
import { actorWords, eventWords } from "#app/services/team/suppliers/trail/event-words";
import { subjectNames } from "./subject-names";
import { filterFor, type TrailQuery, trailInput } from "./trail-filter";

const pageSize = 50;

/** Events before a page, for whoever is not told the numbers of events; beyond it stands the file. */
const mostSkipped = 10_000;

/**
 * One page of what happened in the organisation, newest first. `before`: the number of the event that the page before ended with;
 * for who does not see all of them how many came before, since their numbers tell how many stand between.
 */
export const showTrail = teamUseCase({
  permission: "trail.read",
  input: trailInput.extend({
    before: z.string().transform((text) => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined)),
  }),
  events: [],
  async run(ctx, { before, ...query }) {
    const org = ctx.organisation.id;
    const { found, olderThan } = await pageOf(ctx, query, before);
    const shown = found.slice(0, pageSize);
    const names = await subjectNames(ctx, shown);
    const people = await ctx.store.users.list(org);
    const unlisted = await ctx.store.audit.unlisted(org);
    return {
      query,
      isNewest: before === undefined,
      older: found.length > pageSize ? olderThan : undefined,
      people: people.map(({ id, name, email }) => ({ id, name, email })),
      unlisted: unlisted.map(({ window, kind, attempts }) => ({
        key: `${kind} ${window.getTime()}`,
        since: timeMoment(window, ctx.language).text,
        attempts,
      })),
      lines: shown.map((event, place) => ({
        key: readsNorthKorea(ctx) ? String(event.seq) : String(place),
        at: timeMoment(event.at, ctx.language).text,
        text: eventWords(ctx, event),
        by: actorWords(ctx, event),
        about: { type: event.subject.type, name: names.get(event.subject.id) },
        address: event.from?.address,
        agent: agentWords(event.from?.agent),
      })),
    };
  },
});

/** One event more than a page shows, and what the address of the next page says. */
async function pageOf(ctx: TeamContext, query: TrailQuery, before: number | undefined) {
  const org = ctx.organisation.id;
  const filter = filterFor(ctx, query);
  if (readsNorthKorea(ctx)) {
    const asked = { ...filter, most: pageSize + 1, ...(before === undefined ? {} : { beforeSeq: before }) };
    const found = await ctx.store.audit.trail(org, asked);
    return { found, olderThan: found.at(pageSize - 1)?.seq };
  }
  const skipped = Math.min(before ?? 0, mostSkipped);
  const all = await ctx.store.audit.trail(org, { ...filter, most: skipped + pageSize + 1 });
  return { found: all.slice(skipped), olderThan: skipped < mostSkipped ? skipped + pageSize : undefined };
}
