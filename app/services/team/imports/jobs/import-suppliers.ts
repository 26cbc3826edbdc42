import { setTimeout as pause } from "node:timers/promises";
import * as z from "zod";
import { Problem } from "#app/domain/problem";
import type { ServiceContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import { recordId } from "#app/services/context/inputs";
import { systemUseCase } from "#app/services/context/use-case";
import { jobLease, stopSignal } from "#app/services/jobs/job-input";
import { type Expectations, expectationsOf } from "#app/services/ratings/expectations";
import {
  countRows,
  type ImportCounts,
  importChoices,
  importCounts,
  noRows,
} from "#app/services/team/imports/import-choices";
import { addedSupplier, changedSupplier } from "#app/services/team/imports/plan/written-suppliers";
import { type PlannedRow, planImport } from "#app/services/team/imports/plan-import";
import type { Actor } from "#db/audit";
import { storageErrorOf, TakenError } from "#db/errors";
import type { JobLease } from "#db/records";

/** Suppliers written in one step: whoever saves meanwhile waits for one step at most. */
const stepSize = 200;
/** How long everything else has the program to itself after a step, in milliseconds. */
const longestPauseMs = 10;

const actor = z.custom<Actor>((value) => typeof value === "object" && value !== null && "kind" in value);

/**
 * Writes what a preview showed: every row that is not refused, in steps in the order of the file. How far it is stands in its
 * job; whoever takes the job up again goes on from there, and every row comes to what it would have come to without. Doing it
 * once more after the end changes nothing, because the suppliers are there then.
 * @param by who confirmed it: its events are theirs
 * @returns how many rows were added, changed, unchanged and refused, and whether the end of the job is kept
 * @throws Problem "not-found" for an upload that is not there; "too-large" past 100,000 rows; "not-saved" where the disk is full
 */
export const importSuppliers = systemUseCase({
  permission: "system.work",
  input: importChoices.extend({
    org: recordId,
    by: actor,
    begunAt: z.date(),
    progress: z.object({ done: z.int(), counts: z.record(z.string(), z.int()).optional() }).optional(),
    lease: jobLease,
    signal: stopSignal,
  }),
  events: ["suppliers.imported", "supplier.added", "supplier.changed"],
  async run(ctx, { org, by, begunAt, progress, lease, signal, ...choices }, event) {
    const { rows } = await planImport(ctx, { org, addedAt: progress && begunAt, ...choices });
    const expectations = await expectationsOf(ctx, org);
    const writing = { ctx, event, org, by, begunAt, lease, signal, expectations };
    try {
      const before = progress && { done: progress.done, counts: importCounts.parse(progress.counts) };
      const counts = await writeRows(writing, rows, before);
      const { added, changed } = counts;
      if (added + changed === 0) return { counts, isKept: false };
      const at = ctx.clock.now();
      await ctx.store.suppliers.add({
        org,
        added: [],
        changed: [],
        job: { lease, end: { at, result: counts } },
        audit: [event("suppliers.imported", org, { added, changed, file: choices.upload }, { by, at })],
      });
      return { counts, isKept: true };
    } catch (error) {
      throw storageErrorOf(error) !== undefined ? new Problem("not-saved") : error;
    }
  },
});

/** One import while it is written. */
type Writing = {
  readonly ctx: ServiceContext;
  readonly event: EventMaker<"supplier.added" | "supplier.changed">;
  readonly org: string;
  readonly by: Actor;
  /** What is added has this moment, by which it is known as added by this import. */
  readonly begunAt: Date;
  readonly lease: JobLease;
  readonly expectations: Expectations;
  readonly signal: AbortSignal;
};

/** Goes on after the rows that are done. */
async function writeRows(
  writing: Writing,
  rows: readonly PlannedRow[],
  before?: { readonly done: number; readonly counts: ImportCounts },
): Promise<ImportCounts> {
  const { ctx, org, signal } = writing;
  let done = before?.done ?? 0;
  let counts = before?.counts ?? noRows;
  let number = await ctx.store.suppliers.nextNumber(org);
  while (done < rows.length) {
    signal.throwIfAborted();
    const started = performance.now();
    const step = rows.slice(done, endOfStep(rows, done));
    const now = countRows(counts, step);
    const progress = { done: done + step.length, all: rows.length, counts: now };
    try {
      await writeStep(writing, step, number, progress);
    } catch (error) {
      const free = await ctx.store.suppliers.nextNumber(org);
      if (!(error instanceof TakenError) || free === number) throw error;
      number = free;
      continue;
    }
    number += now.added - counts.added;
    counts = now;
    done += step.length;
    await pause(Math.min(longestPauseMs, (performance.now() - started) / 4));
  }
  return counts;
}

/** The place after the last row of a step that begins there. */
function endOfStep(rows: readonly PlannedRow[], from: number): number {
  let written = 0;
  let end = from;
  while (end < rows.length && written < stepSize) {
    const happens = rows[end]?.outcome;
    if (happens === "added" || happens === "changed") written += 1;
    end += 1;
  }
  return end;
}

function writeStep(
  writing: Writing,
  step: readonly PlannedRow[],
  first: number,
  progress: { done: number; all: number; counts: ImportCounts },
): Promise<void> {
  const { ctx, org, lease } = writing;
  const told = { ...writing, source: "file", createdAt: writing.begunAt } as const;
  const news = step.filter(({ outcome }) => outcome === "added");
  return ctx.store.suppliers.add({
    org,
    added: news.flatMap((row, place) => addedSupplier(told, row, first + place)),
    changed: step.flatMap((row) => (row.outcome === "changed" ? changedSupplier(told, row) : [])),
    job: { lease, progress },
    audit: [],
  });
}
