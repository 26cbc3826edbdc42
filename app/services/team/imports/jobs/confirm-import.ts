import type { TeamContext } from "#app/services/context/contexts";
import { fault } from "#app/services/context/faults";
import { teamUseCase } from "#app/services/context/use-case";
import { type ImportChoices, importChoices } from "#app/services/team/imports/import-choices";
import { readUpload } from "#app/services/team/imports/kept-uploads";
import { planImport } from "#app/services/team/imports/plan-import";
import { decode, type Encoding } from "#app/services/team/supplier-file/decode";
import { isZip } from "#app/services/team/supplier-file/workbook/read-workbook";
import { importJob, importState } from "./import-job";

/** How long an answer may wait for an import: a short one is over before its page is shown. */
const patienceMs = 2_000;
/** How long after the end a form may arrive that was sent twice: the page then says what came of it, and not that nothing did. */
const againMs = 15_000;

/**
 * Has an upload imported as its preview showed it, waits a moment for the end, and says how far it is. A longer one goes on by
 * itself: see `findImport`. Confirmed again while it goes on or just after, it stays as it is;
 * later on nothing is left to be written. Where its encoding is still to be chosen, nothing is begun.
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
    if (isOpen(await readUpload(ctx, org, upload), chosen.encoding)) return fault("encoding", "encoding-open");
    const job = importJob(ctx, { org, ...choices });
    const before = await ctx.store.jobs.get(org, job.kind, job.key);
    const at = ctx.clock.now();
    const isAgain = before?.state === "done" && at.getTime() - (before.endedAt?.getTime() ?? 0) < againMs;
    if (before && isAgain && (await isAllThere(ctx, choices))) return importState(before);
    const payload = { upload, choices: chosen, actor: ctx.actor };
    const confirmed = event("suppliers.import-confirmed", org, { file: upload });
    await ctx.store.jobs.enqueueAudited({ ...job, payload, lane: job.kind, dueAt: at, createdAt: at }, [confirmed]);
    ctx.jobs.wake();
    await ctx.jobs.waitUntilEnded(job, patienceMs);
    const known = await ctx.store.jobs.get(org, job.kind, job.key);
    return known && importState(known);
  },
});

/** Whether nobody has said yet which reading of a text is right, where the bytes do not tell. */
function isOpen(bytes: Uint8Array, chosen: Encoding | undefined): boolean {
  return chosen === undefined && !isZip(bytes) && decode(bytes).foundBy === "unsure";
}

/** Whether a list says nothing that is not in the record: what was written of it keeps its counts. */
async function isAllThere(ctx: TeamContext, choices: ImportChoices): Promise<boolean> {
  const { added, changed } = (await planImport(ctx, { org: ctx.organisation.id, ...choices })).counts;
  return added + changed === 0;
}
