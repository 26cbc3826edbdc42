import type { TeamContext } from "#app/services/context";
import type { AuditEvent } from "#db/audit";
import type { Contact, Supplier } from "#db/records";
import { type ImportChoices, type PlannedRow, planImport } from "./plan-import";
import { languageOfCountry } from "./supplier-file/languages";
import type { SupplierFacts } from "./supplier-file/supplier-row";

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

type Change = { supplier: Supplier; contact?: Contact; audit: AuditEvent };

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

function added(ctx: TeamContext, facts: SupplierFacts, number: number, at: Date): Change {
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
  return { supplier, contact: contactOf(ctx, facts, id), audit };
}

function changed(ctx: TeamContext, { facts, known, differs }: PlannedRow, at: Date): Change[] {
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
  return [{ supplier, contact: contactOf(ctx, facts, supplier.id, known.contacts[0]), audit }];
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
    const fresh = rows.filter(({ happens }) => happens === "added").flatMap(({ facts }) => facts ?? []);
    const additions = fresh.map((facts, place) => added(ctx, facts, first + place, at));
    const changes = rows.filter(({ happens }) => happens === "changed").flatMap((row) => changed(ctx, row, at));
    if (additions.length + changes.length === 0) return counts;
    const summary: AuditEvent = {
      action: "suppliers.imported",
      details: { added: additions.length, changed: changes.length, file: upload },
      at,
      actor: ctx.actor,
      subject: { type: "organisation", id: org },
    };
    const audit = [summary, ...additions.map((one) => one.audit), ...changes.map((one) => one.audit)];
    await ctx.store.suppliers.add({ org, added: additions, changed: changes, audit });
    return counts;
  });
}
