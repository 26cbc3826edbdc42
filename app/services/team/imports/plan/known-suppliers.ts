import type { ServiceContext } from "#app/services/context/contexts";
import { contactsOf, nameKey, type ReadRow, type SupplierDetails } from "#app/services/team/supplier-file/supplier-row";
import type { Contact, Supplier } from "#db/records";
import { foldName } from "#terms/names";

export type MatchedSupplier = { readonly supplier: Supplier; readonly contacts: readonly Contact[] };

/** The suppliers that rows may be about. */
export function findKnown(
  ctx: ServiceContext,
  org: string,
  rows: readonly ReadRow[],
): Promise<readonly MatchedSupplier[]> {
  const facts = rows.flatMap((row) => (row.facts ? [row.facts] : []));
  return ctx.store.suppliers.match(org, {
    externalIds: facts.flatMap(({ externalId }) => externalId ?? []),
    emails: [],
    names: facts,
    ids: facts.flatMap(({ own }) => own?.id ?? []),
    refs: facts.flatMap(({ own }) => own?.ref ?? []),
  });
}

export type KnownSuppliers = {
  /** The supplier that a row is about, if it is there. */
  find(facts: SupplierDetails): MatchedSupplier | undefined;
  /** Whoever has a number of the buyer's. */
  withNumber(externalId: string | undefined): MatchedSupplier | undefined;
};

const mapBy = (known: readonly MatchedSupplier[], keyOf: (one: MatchedSupplier) => string | undefined) =>
  new Map(
    known.flatMap((one) => {
      const key = keyOf(one);
      return key === undefined ? [] : [[key, one] as const];
    }),
  );

/** Looks suppliers up: by our own id where the list is an export of ours, by the buyer's number, by name and country. */
export function knownSuppliers(known: readonly MatchedSupplier[]): KnownSuppliers {
  const byOwnId = mapBy(known, ({ supplier }) => supplier.id);
  const byRef = mapBy(known, ({ supplier }) => supplier.ref);
  const byNumber = mapBy(known, ({ supplier }) => supplier.externalId);
  const byName = mapBy(known, ({ supplier }) => nameKey(supplier));
  const withNumber: KnownSuppliers["withNumber"] = (externalId) =>
    externalId === undefined ? undefined : byNumber.get(externalId);
  return {
    withNumber,
    find(facts) {
      const { own = {}, externalId } = facts;
      const ours = own.id === undefined ? undefined : byOwnId.get(own.id);
      if (ours) return ours;
      const numbered = own.ref === undefined ? undefined : byRef.get(own.ref);
      if (numbered && isAlike(facts, numbered)) return numbered;
      const same = withNumber(externalId);
      if (same) return same;
      const named = byName.get(nameKey(facts));
      // Another number of the buyer's is another supplier, even of the same name.
      return named && externalId !== undefined && named.supplier.externalId !== undefined ? undefined : named;
    },
  };
}

/** Every organisation has a SUP-00001: a number of ours alone does not say who is meant. */
function isAlike(facts: SupplierDetails, { supplier, contacts }: MatchedSupplier): boolean {
  if (foldName(facts.name) === foldName(supplier.name)) return true;
  const emails = new Set(contacts.map(({ email }) => email.toLowerCase()));
  return contactsOf(facts).some(({ email }) => emails.has(email.toLowerCase()));
}
