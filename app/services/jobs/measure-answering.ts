import * as z from "zod";
import { measureTimes } from "#app/services/answers/measured-time";
import { systemUseCase } from "#app/services/context/use-case";
import { requireQuestionnaire } from "#app/services/ratings/rating-versions";
import { stopSignal } from "./job-input";

/** Signed attestations of a version that are looked at, the newest: older ones would make no other median. */
const most = 300;

/** Works out anew how long people took with each version that something is signed of. Returns of how many. */
export const measureAnswering = systemUseCase({
  permission: "system.work",
  input: z.object({ signal: stopSignal }),
  events: [],
  async run(ctx, { signal }) {
    let versions = 0;
    for (const org of await ctx.store.organisations.ids()) {
      for (const version of await ctx.store.times.versions(org)) {
        const questionnaire = await requireQuestionnaire(ctx, version);
        const works = [];
        for (const { id, startedAt } of await ctx.store.times.signed(version, most)) {
          signal.throwIfAborted();
          works.push({ startedAt, saves: await ctx.store.attestations.history(org, id) });
        }
        await ctx.store.times.keep({ ...version, ...measureTimes(works, questionnaire) });
        versions += 1;
      }
    }
    return versions;
  },
});
