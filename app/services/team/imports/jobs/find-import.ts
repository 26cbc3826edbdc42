import * as z from "zod";
import { teamUseCase } from "#app/services/context/use-case";
import { importChoices } from "#app/services/team/imports/import-choices";
import { importJob, importState } from "./import-job";

/**
 * How far the import of an upload is, as it was chosen to be read; nothing when there is none. `done` and `all` are rows; `all`
 * is 0 before it has begun.
 * @param isConfirmed false to be told of one that goes on, and of none that has ended
 * @throws Problem with what stopped it
 */
export const findImport = teamUseCase({
  permission: "suppliers.import",
  input: importChoices.extend({ isConfirmed: z.boolean().default(true) }),
  events: [],
  async run(ctx, { isConfirmed, ...choices }) {
    const { org, kind, key } = importJob(ctx, { org: ctx.organisation.id, ...choices });
    const job = await ctx.store.jobs.get(org, kind, key);
    // A list that was imported days ago can be looked at anew: what it says may come to something else by now.
    if (job === undefined || (job.endedAt && !isConfirmed)) return undefined;
    return importState(job);
  },
});
