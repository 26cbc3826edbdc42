import { and, eq, max, sql } from "drizzle-orm";
import { prepared, type Transaction } from "#db/database/transaction";
import { MissingError } from "#db/errors";
import type { QueryContext } from "#db/queries/query-context";
import type { Contact, Supplier } from "#db/records";
import type { ImportedSupplier } from "#db/store";
import { foldName } from "#terms/names";

/** Inside a write: keeps suppliers with their contacts. Prepared, because an import brings a hundred thousand. */
export function supplierWrites({ tables: t }: QueryContext) {
  const at = sql.placeholder;
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
      const { supplier } = brought;
      const { place = null, externalId = null } = supplier;
      await insertSupplier(tx, { ...supplier, ...keysOf(supplier), org, place, externalId });
      for (const [before, contact] of contactsOf(brought).entries()) {
        const position = before + 1;
        await insertContact(tx, { ...contactRow(contact), org, id: contact.id, supplier: supplier.id, position });
      }
    },

    /** Throws MissingError. */
    async change(tx: Transaction, org: string, brought: ImportedSupplier): Promise<void> {
      const { supplier } = brought;
      const { name, country, place = null, externalId = null } = supplier;
      const [changed] = await tx
        .update(t.suppliers)
        .set({ name, country, place, externalId, ...keysOf(supplier) })
        .where(and(eq(t.suppliers.org, org), eq(t.suppliers.id, supplier.id)))
        .returning({ id: t.suppliers.id });
      if (changed === undefined) throw new MissingError("supplier", supplier.id);
      for (const contact of contactsOf(brought)) await changeContact(tx, org, supplier.id, contact);
    },

    /** Throws MissingError. */
    async saveContact(tx: Transaction, org: string, contact: Contact): Promise<void> {
      // Written as it is, the row of the supplier lets nobody else add a contact until this is kept.
      const [found] = await tx
        .update(t.suppliers)
        .set({ id: contact.supplier })
        .where(and(eq(t.suppliers.org, org), eq(t.suppliers.id, contact.supplier)))
        .returning({ id: t.suppliers.id });
      if (found === undefined) throw new MissingError("supplier", contact.supplier);
      await changeContact(tx, org, contact.supplier, contact);
    },
  };

  /** Changes the contact of this supplier that has the id, or adds it. */
  async function changeContact(tx: Transaction, org: string, supplier: string, contact: Contact): Promise<void> {
    const [changed] = await tx
      .update(t.contacts)
      .set(contactRow(contact))
      .where(and(eq(t.contacts.org, org), eq(t.contacts.id, contact.id), eq(t.contacts.supplier, supplier)))
      .returning({ id: t.contacts.id });
    if (changed !== undefined) return;
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
