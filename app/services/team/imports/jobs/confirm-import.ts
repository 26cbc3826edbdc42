import { teamUseCase } from "#app/services/context/use-case";
import { importChoices } from "#app/services/team/imports/import-choices";
import { readUpload } from "#app/services/team/imports/kept-uploads";
import { importJob, importState } from "./import-job";

/** How long an answer may wait for an import: a short one is over before its page is shown. */
const patienceMs = 2_000;

/**
 * Has an upload imported as its preview showed it, waits a moment for the end, and says how far it is. A longer one goes on by
 * itself: see `findImport`. Confirming it again while it goes on changes nothing, and afterwards nothing is left to be written.
 * @throws Problem "not-found" for an upload that is not there; "not-saved" where the disk is full
 */
export const confirmImport = teamUseCase({
  permission: "suppliers.import",
  input: importChoices,
  // What comes of it, the job says in the name of this person.
  events: ["suppliers.import-confirmed"],
  async run(ctx, choices, event) {
    const org = ctx.organisation.id;
    const { upload, ...chosen } = choices;
    await readUpload(ctx, org, upload);
    const job = importJob(ctx, { org, ...choices });
    const at = ctx.clock.now();
    const payload = { upload, choices: chosen, actor: ctx.actor };
    const confirmed = event("suppliers.import-confirmed", org, { file: upload });
    await ctx.store.jobs.enqueueAudited({ ...job, payload, lane: job.kind, dueAt: at, createdAt: at }, [confirmed]);
    ctx.jobs.wake();
    await ctx.jobs.waitUntilEnded(job, patienceMs);
    const known = await ctx.store.jobs.get(org, job.kind, job.key);
    return known && importState(known);
  },
});
