import { isDeepStrictEqual } from "node:util";
import { and, eq, max, sql } from "drizzle-orm";
import { prepared, type Transaction } from "#db/database/transaction";
import { MissingError } from "#db/errors";
import type { QueryContext } from "#db/queries/query-context";
import type { Contact, Supplier } from "#db/records";
import type { ImportedSupplier } from "#db/store";
import { foldName } from "#terms/names";
import { searchContactsAnew, searchOf } from "./contacts/contact-search";
import { tierColumns, unratedColumns } from "./summary-columns";

/** Inside a write: keeps suppliers with their contacts. Prepared, because an import brings a hundred thousand. */
export function supplierWrites(context: QueryContext) {
  const { tables: t, dialect } = context;
  const at = sql.placeholder;
  const isSupplier = (org: string, id: string) => and(eq(t.suppliers.org, org), eq(t.suppliers.id, id));
  const insertSupplier = prepared((tx) =>
    tx
      .insert(t.suppliers)
      .values({
        org: at("org"),
        id: at("id"),
        ref: at("ref"),
        number: at("number"),
        name: at("name"),
        country: at("country"),
        place: at("place"),
        externalId: at("externalId"),
        createdAt: at("createdAt"),
        nameKey: at("nameKey"),
        search: at("search"),
        contactSearch: at("contactSearch"),
        tiers: at("tiers"),
        tierSet: at("tierSet"),
        siteCountries: at("siteCountries"),
        expected: at("expected"),
        expectedBand: at("expectedBand"),
        expectedRisk: at("expectedRisk"),
        expectedBasis: at("expectedBasis"),
      })
      .prepare(),
  );
  const insertContact = prepared((tx) =>
    tx
      .insert(t.contacts)
      .values({
        org: at("org"),
        id: at("id"),
        supplier: at("supplier"),
        position: at("position"),
        name: at("name"),
        email: at("email"),
        emailKey: at("emailKey"),
        language: at("language"),
      })
      .prepare(),
  );

  return {
    async add(tx: Transaction, org: string, brought: ImportedSupplier): Promise<void> {
      const { supplier, expectation } = brought;
      const { place = null, externalId = null } = supplier;
      const summary = unratedColumns(expectation, supplier.country);
      const keys = { ...keysOf(supplier), contactSearch: searchOf(contactsOf(brought)) };
      await insertSupplier(tx, { ...supplier, ...keys, ...summary, org, place, externalId });
      for (const [before, contact] of contactsOf(brought).entries()) {
        const position = before + 1;
        await insertContact(tx, { ...contactRow(contact), org, id: contact.id, supplier: supplier.id, position });
      }
    },

    /** Throws MissingError. */
    async change(tx: Transaction, org: string, brought: ImportedSupplier): Promise<void> {
      const { supplier, expectation } = brought;
      const { name, country, place = null, externalId = null } = supplier;
      const { rating, tiers } = await heldSupplier(tx, org, supplier.id);
      const summary = rating === null ? unratedColumns(expectation, country) : tierColumns(tiers ?? [], country);
      await tx
        .update(t.suppliers)
        .set({ name, country, place, externalId, ...keysOf(supplier), ...summary })
        .where(isSupplier(org, supplier.id));
      const contacts = contactsOf(brought);
      for (const contact of contacts) await changeContact(tx, org, supplier.id, contact);
      if (contacts.length > 0) await searchContactsAnew(context, tx, org, supplier.id);
    },

    /** Throws MissingError. Does nothing, and returns false, where it stands so already or another has the address. */
    async saveContact(tx: Transaction, org: string, contact: Contact): Promise<boolean> {
      // Held, the row of the supplier lets nobody else add a contact until this is kept.
      await heldSupplier(tx, org, contact.supplier);
      const row = contactRow(contact);
      const own = and(eq(t.contacts.org, org), eq(t.contacts.supplier, contact.supplier));
      const { id, name, email, emailKey, language } = t.contacts;
      const there = await tx.select({ id, name, email, emailKey, language }).from(t.contacts).where(own);
      if (there.some((one) => one.emailKey === row.emailKey && one.id !== contact.id)) return false;
      if (there.some((one) => isDeepStrictEqual(one, { id: contact.id, ...row }))) return false;
      await changeContact(tx, org, contact.supplier, contact);
      await searchContactsAnew(context, tx, org, contact.supplier);
      return true;
    },

    /** Keeps what is expected of a supplier that was not rated, and not moved, since it was read. */
    async expectAnew(
      tx: Transaction,
      org: string,
      { supplier: { id, country }, expectation }: Omit<ImportedSupplier, "contact">,
    ): Promise<void> {
      const now = await heldSupplier(tx, org, id);
      if (now.rating !== null || now.country !== country) return;
      await tx.update(t.suppliers).set(unratedColumns(expectation, country)).where(isSupplier(org, id));
    },
  };

  /** Held until the write is over: a rating that comes meanwhile must not have its tiers replaced by expected ones. */
  async function heldSupplier(tx: Transaction, org: string, id: string) {
    const { rating, tiers, country } = t.suppliers;
    const query = tx.select({ rating, tiers, country }).from(t.suppliers).where(isSupplier(org, id));
    const [found] = await dialect.locked(query, t.suppliers);
    if (found === undefined) throw new MissingError("supplier", id);
    return found;
  }

  /** Changes the contact of this supplier that has the id, or adds it. */
  async function changeContact(tx: Transaction, org: string, supplier: string, contact: Contact): Promise<void> {
    const own = and(eq(t.contacts.org, org), eq(t.contacts.id, contact.id), eq(t.contacts.supplier, supplier));
    const [known] = await tx.select({ erasedAt: t.contacts.erasedAt }).from(t.contacts).where(own);
    // Whoever read the contact before it was erased must not bring it back.
    if (known !== undefined && known.erasedAt !== null) return;
    if (known !== undefined) {
      await tx.update(t.contacts).set(contactRow(contact)).where(own);
      return;
    }
    // The row of the supplier was changed before, so no other write adds a contact to it meanwhile.
    const [last] = await tx
      .select({ position: max(t.contacts.position) })
      .from(t.contacts)
      .where(and(eq(t.contacts.org, org), eq(t.contacts.supplier, supplier)));
    const position = (last?.position ?? 0) + 1;
    await insertContact(tx, { ...contactRow(contact), org, id: contact.id, supplier, position });
  }
}

const contactsOf = ({ contact, others = [] }: ImportedSupplier) => (contact ? [contact, ...others] : others);

function contactRow({ name = null, email, language }: Omit<Contact, "name"> & { readonly name?: string | null }) {
  return { name, email, emailKey: email.toLowerCase(), language };
}

/** What the store works out from a supplier in order to find and sort it. */
function keysOf({ ref, name, place, externalId }: Supplier): { number: number; nameKey: string; search: string } {
  return {
    number: Number(/\d+$/.exec(ref)?.[0] ?? 0),
    nameKey: foldName(name),
    search: [name, ref, place, externalId].map((text) => foldName(text ?? "")).join("\n"),
  };
}
