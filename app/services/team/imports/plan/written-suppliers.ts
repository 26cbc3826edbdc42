import type { ServiceContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import type { Expectations } from "#app/services/ratings/expectations";
import { languageOfCountry } from "#app/services/team/supplier-file/languages";
import type { Actor } from "#db/audit";
import type { Contact, Supplier } from "#db/records";
import type { ImportedSupplier } from "#db/store";
import type { ContactChange } from "./merge-contacts";
import type { PlannedRow } from "./plan-rows";

/** In whose name, from where and when suppliers are written. */
export type SuppliersWritten = {
  readonly ctx: Pick<ServiceContext, "ids">;
  readonly event: EventMaker<"supplier.added" | "supplier.changed">;
  readonly org: string;
  readonly by: Actor;
  readonly source: "file" | "program";
  readonly createdAt: Date;
  readonly expectations: Expectations;
};

/** What a planned row adds; nothing where it cannot be read. */
export function addedSupplier(
  { ctx, event, org, by, source, createdAt, expectations }: SuppliersWritten,
  { facts, contacts }: PlannedRow,
  number: number,
): ImportedSupplier[] {
  if (!facts) return [];
  const id = ctx.ids.next();
  const { name, country, place, externalId } = facts;
  const ref = `SUP-${String(number).padStart(5, "0")}`;
  const supplier: Supplier = { org, id, ref, name, country, place, externalId, createdAt };
  const audit = [event("supplier.added", id, { source }, { by })];
  const others = contacts.map((change) => contactOf(ctx, change, supplier));
  return [{ supplier, others, expectation: expectations.of(supplier), audit }];
}

/** What a planned row changes of a supplier that is known. */
export function changedSupplier(
  { ctx, event, by, expectations }: SuppliersWritten,
  { facts, known, changedFields, contacts }: PlannedRow,
): ImportedSupplier[] {
  if (!facts || !known) return [];
  // What is not among the changed fields stays: a spreadsheet may have made another text of it.
  const changed = Object.fromEntries(
    supplierFields.flatMap((field) => (changedFields.includes(field) ? [[field, facts[field]]] : [])),
  );
  const supplier: Supplier = { ...known.supplier, ...changed };
  const audit = [event("supplier.changed", supplier.id, { fields: changedFields }, { by })];
  const others = contacts.map((change) => contactOf(ctx, change, supplier));
  return [{ supplier, others, expectation: expectations.of(supplier), audit }];
}

const supplierFields = ["name", "country", "place", "externalId"] as const;

function contactOf(ctx: Pick<ServiceContext, "ids">, change: ContactChange, { org, id, country }: Supplier): Contact {
  const { email, name, language, before } = change;
  return {
    org,
    id: before?.id ?? ctx.ids.next(),
    supplier: id,
    email,
    name: name ?? before?.name,
    language: language ?? before?.language ?? languageOfCountry(country),
  };
}
