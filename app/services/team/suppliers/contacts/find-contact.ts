import { Problem } from "#app/domain/problem";
import type { TeamContext } from "#app/services/context/contexts";
import type { Contact, Supplier } from "#db/records";

/** What an address says instead of an id where a contact is to be added. */
export const newContact = "new";

/** A supplier and one of its contacts, none where one is to be added. @throws Problem "not-found" */
export async function findContact(
  ctx: TeamContext,
  { supplier: id, contact }: { readonly supplier: string; readonly contact: string },
): Promise<{ supplier: Supplier; contacts: readonly Contact[]; known: Contact | undefined }> {
  const found = await ctx.store.suppliers.get(ctx.organisation.id, id);
  const known = found?.contacts.find((one) => one.id === contact);
  if (!found || (!known && contact !== newContact)) throw new Problem("not-found");
  return { ...found, known };
}
