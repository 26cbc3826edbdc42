import * as z from "zod";
import { timeMoment } from "#app/i18n/dates/moments";
import { teamUseCase } from "#app/services/context/use-case";
import { agentWords } from "#app/services/team/account/agent-words";
import { actorWords, eventWords } from "#app/services/team/suppliers/trail/event-words";
import { subjectNames } from "./subject-names";
import { filterOf, trailInput } from "./trail-filter";

const pageSize = 50;

/** One page of what happened in the organisation, newest first. `before`: the number of the event that the page before ended with. */
export const showTrail = teamUseCase({
  permission: "trail.read",
  input: trailInput.extend({
    before: z.string().transform((text) => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined)),
  }),
  events: [],
  async run(ctx, { before, ...query }) {
    const org = ctx.organisation.id;
    const asked = { ...filterOf(query), most: pageSize + 1, ...(before === undefined ? {} : { beforeSeq: before }) };
    const found = await ctx.store.audit.trail(org, asked);
    const shown = found.slice(0, pageSize);
    const names = await subjectNames(ctx, shown);
    const people = await ctx.store.users.list(org);
    const unlisted = await ctx.store.audit.unlisted(org);
    return {
      query,
      isNewest: before === undefined,
      older: found.length > pageSize ? shown.at(-1)?.seq : undefined,
      people: people.map(({ id, name, email }) => ({ id, name, email })),
      unlisted: unlisted.map(({ window, kind, attempts }) => ({
        key: `${kind} ${window.getTime()}`,
        since: timeMoment(window, ctx.language).text,
        attempts,
      })),
      lines: shown.map((event) => ({
        key: String(event.seq),
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
