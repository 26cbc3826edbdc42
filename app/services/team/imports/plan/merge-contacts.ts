import type { ListedContact } from "#app/services/team/supplier-file/cells/listed-contact";
import type { Contact } from "#db/records";
import { mostContacts } from "#terms/suppliers/contacts";
import type { ImportField } from "#terms/suppliers/import-fields";

/** Who is written, and as which of the contacts that are there; without `before` it is a new one. */
export type ContactChange = ListedContact & { readonly before?: Contact };

export type ContactChanges = {
  readonly changes: readonly ContactChange[];
  readonly fields: readonly Extract<ImportField, "email" | "contact" | "language">[];
  /** Addresses for which there is no room. */
  readonly left: readonly string[];
};

const keyOf = ({ email }: { readonly email: string }) => email.toLowerCase();

/**
 * What a list changes about the contacts of a supplier. A contact is known by its address; another address in the same place
 * of the list puts right the contact in that place; any further one is added. Nobody is removed.
 */
export function mergeContacts(before: readonly Contact[], listed: readonly ListedContact[]): ContactChanges {
  const byEmail = new Map(before.map((contact) => [keyOf(contact), contact]));
  const named = new Map(listed.map((one) => [keyOf(one), one]));
  const changes: ContactChange[] = [];
  const fields = new Set<ContactChanges["fields"][number]>();
  const left: string[] = [];
  let count = before.length;
  for (const [place, one] of [...named.values()].entries()) {
    const inPlace = before[place];
    const known = byEmail.get(keyOf(one)) ?? (inPlace && !named.has(keyOf(inPlace)) ? inPlace : undefined);
    if (!known && count === mostContacts) {
      left.push(one.email);
      continue;
    }
    if (!known) count++;
    const differs = differences(known, one);
    if (differs.length === 0) continue;
    changes.push({ ...one, before: known });
    for (const field of differs) fields.add(field);
  }
  return { changes, fields: [...fields], left };
}

function differences(known: Contact | undefined, { email, name, language }: ListedContact): ContactChanges["fields"] {
  return [
    ...(known?.email === email ? [] : (["email"] as const)),
    ...(name === undefined || known?.name === name ? [] : (["contact"] as const)),
    ...(language === undefined || known?.language === language ? [] : (["language"] as const)),
  ];
}
