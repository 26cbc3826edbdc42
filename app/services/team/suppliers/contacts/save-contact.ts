import * as z from "zod";
import { findLanguage } from "#app/i18n/languages";
import type { TeamContext } from "#app/services/context/contexts";
import { fault } from "#app/services/context/faults";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { isEmail } from "#app/services/team/sign-in/passwords/password-rules";
import type { Contact } from "#db/records";
import { mostContacts } from "#terms/suppliers/contacts";
import { findContact } from "./find-contact";

const fields = z.object({
  name: z
    .string()
    .max(200, "too-long")
    .transform((text) => text.normalize("NFC").replace(/\s+/gu, " ").trim() || undefined),
  email: z.string().trim().min(1, "required").refine(isEmail, "not-an-email"),
  language: z.string().refine((tag) => findLanguage(tag) !== undefined, "not-valid"),
});

/**
 * Changes a contact of a supplier, or adds one where `contact` is "new". Mails that are not sent yet, and every later one, go
 * to the new address. Saved as it is, it changes nothing and leaves no event.
 * @throws Problem "not-found"
 */
export const saveContact = teamUseCase({
  permission: "suppliers.write",
  input: fields.extend({ supplier: recordId, contact: recordId }),
  events: ["supplier.changed"],
  async run(ctx, { supplier: id, contact: asked, ...typed }, event) {
    const { contacts, known } = await findContact(ctx, { supplier: id, contact: asked });
    const { other, isAgain } = otherWithAddress(contacts, known, typed);
    if (other) return isAgain ? undefined : fault("email", "contact-taken");
    if (!known && contacts.length >= mostContacts) return fault("email", "contacts-full", { most: mostContacts });
    const changed = changedFields(known, typed);
    if (changed.length === 0) return undefined;
    const isSaved = await ctx.store.suppliers.saveContact({
      contact: contactOf(ctx, id, known, typed),
      audit: event("supplier.changed", id, { fields: changed }),
    });
    if (isSaved) return undefined;
    // Somebody was faster: by sending the same, or by giving the address to another contact.
    const now = await findContact(ctx, { supplier: id, contact: asked });
    const taken = otherWithAddress(now.contacts, now.known, typed);
    return taken.other && !taken.isAgain ? fault("email", "contact-taken") : undefined;
  },
});

type Typed = z.output<typeof fields>;

/** Another contact that has the address; `isAgain` where it is what a form has added that was sent twice. */
function otherWithAddress(contacts: readonly Contact[], known: Contact | undefined, typed: Typed) {
  const isOther = ({ id, email }: Contact) => id !== known?.id && email.toLowerCase() === typed.email.toLowerCase();
  const other = contacts.find(isOther);
  return { other, isAgain: other !== undefined && !known && changedFields(other, typed).length === 0 };
}

function contactOf(ctx: TeamContext, supplier: string, known: Contact | undefined, typed: Typed): Contact {
  return { org: ctx.organisation.id, id: known?.id ?? ctx.ids.next(), supplier, ...typed };
}

/** In the words that imports use for fields. */
function changedFields(known: Contact | undefined, typed: Typed): string[] {
  const names = { name: "contact", email: "email", language: "language" } as const;
  return (["name", "email", "language"] as const)
    .filter((field) => known?.[field] !== typed[field])
    .map((field) => names[field]);
}
