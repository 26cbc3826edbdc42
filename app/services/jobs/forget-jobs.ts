import { noInput } from "#app/services/context/inputs";
import { systemUseCase } from "#app/services/context/use-case";

/** How long one can still see what became of a job: seven days. */
const keptMs = 7 * 24 * 3_600_000;
/** Other writes wait for one step of this size. */
const step = 1_000;

/** Removes jobs that ended a week ago. Returns how many. */
export const forgetJobs = systemUseCase({
  permission: "system.work",
  input: noInput,
  events: [],
  run: async (ctx) => {
    const before = new Date(ctx.clock.now().getTime() - keptMs);
    let forgotten = 0;
    let last = step;
    while (last === step) {
      last = await ctx.store.jobs.forget({ before, most: step });
      forgotten += last;
    }
    return forgotten;
  },
});
