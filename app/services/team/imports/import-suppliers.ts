import type { TeamContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import { teamUseCase } from "#app/services/context/use-case";
import { languageOfCountry } from "#app/services/team/supplier-file/languages";
import type { SupplierFacts } from "#app/services/team/supplier-file/supplier-row";
import type { Contact, Supplier } from "#db/records";
import type { ImportedSupplier } from "#db/store";
import { importChoices } from "./import-choices";
import { type PlannedRow, planImport } from "./plan-import";

/** One import while it is written; all of it happens at one moment. */
type Writing = {
  readonly ctx: TeamContext;
  readonly event: EventMaker<"supplier.added" | "supplier.changed">;
  readonly at: Date;
};

/**
 * Writes what a preview showed: every row that is not refused, all of them or none. Doing it again changes nothing,
 * because the suppliers are there then.
 * @returns how many rows were added, changed, unchanged and refused
 * @throws Problem "not-found" for an upload that is not there; "too-large" past 100,000 rows
 */
export const importSuppliers = teamUseCase({
  permission: "suppliers.import",
  input: importChoices,
  events: ["suppliers.imported", "supplier.added", "supplier.changed"],
  run(ctx, choices, event) {
    const org = ctx.organisation.id;
    return oneAfterAnother(org, async () => {
      const { rows, counts } = await planImport(ctx, choices);
      const writing = { ctx, event, at: ctx.clock.now() };
      const first = await ctx.store.suppliers.nextNumber(org);
      const { added, changed } = counts;
      if (added + changed === 0) return counts;
      await ctx.store.suppliers.add({
        org,
        added: additions(writing, rows, first),
        changed: changes(writing, rows),
        audit: [event("suppliers.imported", org, { added, changed, file: choices.upload }, { at: writing.at })],
      });
      return counts;
    });
  },
});

// Two confirmations at once would both find the same suppliers missing. One after the other, the second finds them there.
const queues = new Map<string, Promise<unknown>>();

function oneAfterAnother<T>(org: string, work: () => Promise<T>): Promise<T> {
  const before = queues.get(org) ?? Promise.resolve();
  const next = before.then(work, work);
  const settled = next
    .catch(() => undefined)
    .then(() => {
      if (queues.get(org) === settled) queues.delete(org);
    });
  queues.set(org, settled);
  return next;
}

/** Made one by one as the store takes them, so that a long list never stands in memory twice. */
function* additions(writing: Writing, rows: readonly PlannedRow[], first: number): Generator<ImportedSupplier> {
  let number = first;
  for (const { happens, facts } of rows) {
    if (happens !== "added" || !facts) continue;
    yield addedSupplier(writing, facts, number);
    number += 1;
  }
}

function* changes(writing: Writing, rows: readonly PlannedRow[]): Generator<ImportedSupplier> {
  for (const row of rows) if (row.happens === "changed") yield* changedSupplier(writing, row);
}

function addedSupplier({ ctx, event, at }: Writing, facts: SupplierFacts, number: number): ImportedSupplier {
  const id = ctx.ids.next();
  const { name, country, place, externalId } = facts;
  const supplier: Supplier = {
    org: ctx.organisation.id,
    id,
    ref: `SUP-${String(number).padStart(5, "0")}`,
    name,
    country,
    place,
    externalId,
    createdAt: at,
  };
  const audit = [event("supplier.added", id, { source: "file" }, { at })];
  return { supplier, contact: contactOf(ctx, facts, id), audit };
}

function changedSupplier({ ctx, event, at }: Writing, { facts, known, differs }: PlannedRow): ImportedSupplier[] {
  if (!facts || !known) return [];
  const { name, country, place, externalId } = facts;
  const supplier: Supplier = {
    ...known.supplier,
    name,
    country,
    place: place ?? known.supplier.place,
    externalId: externalId ?? known.supplier.externalId,
  };
  const audit = [event("supplier.changed", supplier.id, { fields: differs }, { at })];
  return [{ supplier, contact: contactOf(ctx, facts, supplier.id, known.contacts[0]), audit }];
}

function contactOf(ctx: TeamContext, facts: SupplierFacts, supplier: string, before?: Contact): Contact | undefined {
  const email = facts.email ?? before?.email;
  if (email === undefined) return undefined;
  return {
    org: ctx.organisation.id,
    id: before?.id ?? ctx.ids.next(),
    supplier,
    email,
    name: facts.contact ?? before?.name,
    language: facts.language ?? before?.language ?? languageOfCountry(facts.country),
  };
}
