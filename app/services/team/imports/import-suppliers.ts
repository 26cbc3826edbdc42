import type { TeamContext } from "#app/services/context/contexts";
import { languageOfCountry } from "#app/services/team/supplier-file/languages";
import type { SupplierFacts } from "#app/services/team/supplier-file/supplier-row";
import type { AuditEvent } from "#db/audit";
import type { Contact, Supplier } from "#db/records";
import type { ImportedSupplier } from "#db/store";
import { type ImportChoices, type PlannedRow, planImport } from "./plan-import";

export type Imported = {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
};

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

function added(ctx: TeamContext, facts: SupplierFacts, number: number, at: Date): ImportedSupplier {
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
  const audit: AuditEvent = {
    action: "supplier.added",
    details: { source: "file" },
    at,
    actor: ctx.actor,
    subject: { type: "supplier", id },
  };
  return { supplier, contact: contactOf(ctx, facts, id), audit: [audit] };
}

function changed(ctx: TeamContext, { facts, known, differs }: PlannedRow, at: Date): ImportedSupplier[] {
  if (!facts || !known) return [];
  const { name, country, place, externalId } = facts;
  const supplier: Supplier = {
    ...known.supplier,
    name,
    country,
    place: place ?? known.supplier.place,
    externalId: externalId ?? known.supplier.externalId,
  };
  const audit: AuditEvent = {
    action: "supplier.changed",
    details: { fields: differs },
    at,
    actor: ctx.actor,
    subject: { type: "supplier", id: supplier.id },
  };
  return [{ supplier, contact: contactOf(ctx, facts, supplier.id, known.contacts[0]), audit: [audit] }];
}

/**
 * Writes what a preview showed: every row that is not refused, all of them or none. Doing it again changes nothing,
 * because the suppliers are there then.
 */
export function importSuppliers(ctx: TeamContext, upload: string, choices: ImportChoices): Promise<Imported> {
  const org = ctx.organisation.id;
  return oneAfterAnother(org, async () => {
    const { rows, counts } = await planImport(ctx, upload, choices);
    const at = ctx.clock.now();
    const first = await ctx.store.suppliers.nextNumber(org);
    if (counts.added + counts.changed === 0) return counts;
    const summary: AuditEvent = {
      action: "suppliers.imported",
      details: { added: counts.added, changed: counts.changed, file: upload },
      at,
      actor: ctx.actor,
      subject: { type: "organisation", id: org },
    };
    await ctx.store.suppliers.add({
      org,
      added: additions(ctx, rows, first, at),
      changed: changes(ctx, rows, at),
      audit: [summary],
    });
    return counts;
  });
}

/** Made one by one as the store takes them, so that a long list never stands in memory twice. */
function* additions(
  ctx: TeamContext,
  rows: readonly PlannedRow[],
  first: number,
  at: Date,
): Generator<ImportedSupplier> {
  let number = first;
  for (const { happens, facts } of rows) {
    if (happens !== "added" || !facts) continue;
    yield added(ctx, facts, number, at);
    number += 1;
  }
}

function* changes(ctx: TeamContext, rows: readonly PlannedRow[], at: Date): Generator<ImportedSupplier> {
  for (const row of rows) if (row.happens === "changed") yield* changed(ctx, row, at);
}
