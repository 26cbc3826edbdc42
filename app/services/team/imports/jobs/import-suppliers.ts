import { setTimeout as pause } from "node:timers/promises";
import * as z from "zod";
import { Problem } from "#app/domain/problem";
import type { ServiceContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import { recordId } from "#app/services/context/inputs";
import { systemUseCase } from "#app/services/context/use-case";
import { jobLease, stopSignal } from "#app/services/jobs/job-input";
import { importChoices, importCounts } from "#app/services/team/imports/import-choices";
import { type PlannedRow, planImport } from "#app/services/team/imports/plan-import";
import { languageOfCountry } from "#app/services/team/supplier-file/languages";
import type { SupplierDetails } from "#app/services/team/supplier-file/supplier-row";
import type { Actor } from "#db/audit";
import { StorageFullError, TakenError } from "#db/errors";
import type { Contact, JobLease, Supplier } from "#db/records";
import type { ImportedSupplier } from "#db/store";

/** Suppliers written in one step: whoever saves meanwhile waits for one step at most. */
const stepSize = 200;
/** How long everything else has the program to itself after a step, in milliseconds. */
const longestPauseMs = 10;

type Counts = z.output<typeof importCounts>;

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
    const writing = { ctx, event, org, by, begunAt, lease, signal };
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
      throw error instanceof StorageFullError ? new Problem("not-saved") : error;
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
  readonly signal: AbortSignal;
};

/** Goes on after the rows that are done. */
async function writeRows(
  writing: Writing,
  rows: readonly PlannedRow[],
  before?: { readonly done: number; readonly counts: Counts },
): Promise<Counts> {
  const { ctx, org, signal } = writing;
  let done = before?.done ?? 0;
  let counts = before?.counts ?? { added: 0, changed: 0, unchanged: 0, refused: 0 };
  let number = await ctx.store.suppliers.nextNumber(org);
  while (done < rows.length) {
    signal.throwIfAborted();
    const started = performance.now();
    const step = rows.slice(done, endOfStep(rows, done));
    const now = countsWith(counts, step);
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
    const outcome = rows[end]?.outcome;
    if (outcome === "added" || outcome === "changed") written += 1;
    end += 1;
  }
  return end;
}

function countsWith(counts: Counts, step: readonly PlannedRow[]): Counts {
  const sum = { ...counts };
  for (const { outcome } of step) sum[outcome] += 1;
  return sum;
}

function writeStep(
  writing: Writing,
  step: readonly PlannedRow[],
  first: number,
  progress: { done: number; all: number; counts: Counts },
): Promise<void> {
  const { ctx, org, lease } = writing;
  const news = step.flatMap(({ outcome, facts }) => (outcome === "added" && facts ? [facts] : []));
  return ctx.store.suppliers.add({
    org,
    added: news.map((facts, place) => addedSupplier(writing, facts, first + place)),
    changed: step.flatMap((row) => (row.outcome === "changed" ? changedSupplier(writing, row) : [])),
    job: { lease, progress },
    audit: [],
  });
}

function addedSupplier(
  { ctx, event, org, by, begunAt }: Writing,
  facts: SupplierDetails,
  number: number,
): ImportedSupplier {
  const id = ctx.ids.next();
  const { name, country, place, externalId } = facts;
  const supplier: Supplier = {
    org,
    id,
    ref: `SUP-${String(number).padStart(5, "0")}`,
    name,
    country,
    place,
    externalId,
    createdAt: begunAt,
  };
  const audit = [event("supplier.added", id, { source: "file" }, { by })];
  return { supplier, contact: contactOf(ctx, facts, { org, supplier: id }), audit };
}

function changedSupplier(
  { ctx, event, org, by }: Writing,
  { facts, known, changedFields }: PlannedRow,
): ImportedSupplier[] {
  if (!facts || !known) return [];
  const { name, country, place, externalId } = facts;
  const supplier: Supplier = {
    ...known.supplier,
    name,
    country,
    place: place ?? known.supplier.place,
    externalId: externalId ?? known.supplier.externalId,
  };
  const audit = [event("supplier.changed", supplier.id, { fields: changedFields }, { by })];
  return [{ supplier, contact: contactOf(ctx, facts, { org, supplier: supplier.id }, known.contacts[0]), audit }];
}

function contactOf(
  ctx: ServiceContext,
  facts: SupplierDetails,
  { org, supplier }: { readonly org: string; readonly supplier: string },
  before?: Contact,
): Contact | undefined {
  const email = facts.email ?? before?.email;
  if (email === undefined) return undefined;
  return {
    org,
    id: before?.id ?? ctx.ids.next(),
    supplier,
    email,
    name: facts.contact ?? before?.name,
    language: facts.language ?? before?.language ?? languageOfCountry(facts.country),
  };
}
