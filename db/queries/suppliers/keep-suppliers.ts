import { and, eq, max, sql } from "drizzle-orm";
import { MissingError } from "#db/errors";
import { fold } from "#db/fold";
import type { Ground } from "#db/queries/ground";
import type { Contact, Supplier } from "#db/records";

/** Inside a write: keeps suppliers with their contacts. Prepared, because an import brings a hundred thousand. */
export function supplierKeeper({ tables: t, writer }: Ground) {
  const at = sql.placeholder;
  const insertSupplier = writer
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
    .prepare();
  const insertContact = writer
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
    .prepare();

  return {
    add(org: string, supplier: Supplier, contact: Contact | undefined): void {
      const { place = null, externalId = null } = supplier;
      insertSupplier.run({ ...supplier, ...keysOf(supplier), org, place, externalId });
      if (contact)
        insertContact.run({ ...contactRow(contact), org, id: contact.id, supplier: supplier.id, position: 1 });
    },

    /** Throws MissingError. */
    change(org: string, supplier: Supplier, contact: Contact | undefined): void {
      const { name, country, place = null, externalId = null } = supplier;
      const { changes } = writer
        .update(t.suppliers)
        .set({ name, country, place, externalId, ...keysOf(supplier) })
        .where(and(eq(t.suppliers.org, org), eq(t.suppliers.id, supplier.id)))
        .run();
      if (changes === 0) throw new MissingError("supplier", supplier.id);
      if (contact) keepContact(org, supplier.id, contact);
    },
  };

  /** Changes the contact of this supplier that has the id, or adds it. */
  function keepContact(org: string, supplier: string, contact: Contact): void {
    const { changes } = writer
      .update(t.contacts)
      .set(contactRow(contact))
      .where(and(eq(t.contacts.org, org), eq(t.contacts.id, contact.id), eq(t.contacts.supplier, supplier)))
      .run();
    if (changes > 0) return;
    const last = writer
      .select({ position: max(t.contacts.position) })
      .from(t.contacts)
      .where(and(eq(t.contacts.org, org), eq(t.contacts.supplier, supplier)))
      .get();
    const position = (last?.position ?? 0) + 1;
    insertContact.run({ ...contactRow(contact), org, id: contact.id, supplier, position });
  }
}

function contactRow({ name = null, email, language }: Omit<Contact, "name"> & { readonly name?: string | null }) {
  return { name, email, emailKey: email.toLowerCase(), language };
}

/** What the store works out from a supplier in order to find and sort it. */
function keysOf({ ref, name, place, externalId }: Supplier): { number: number; nameKey: string; search: string } {
  return {
    number: Number(/\d+$/.exec(ref)?.[0] ?? 0),
    nameKey: fold(name),
    search: [name, ref, place, externalId].map((text) => fold(text ?? "")).join("\n"),
  };
}
