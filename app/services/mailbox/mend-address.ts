import * as z from "zod";
import { Faults } from "#app/services/context/faults";
import { teamUseCase } from "#app/services/context/use-case";
import { findOpen, invitationInput } from "#app/services/team/invitations/invited";
import { saveContact } from "#app/services/team/suppliers/contacts/save-contact";

/**
 * Gives the contact of a recipient another address, by which mails can be sent again. What is changed is the contact, which
 * leaves its own event.
 * @throws Problem "not-found", or "changed-meanwhile" for an invitation that has ended
 */
export const mendAddress = teamUseCase({
  permission: "suppliers.write",
  input: invitationInput.extend({ email: z.string() }),
  events: [],
  async run(ctx, { email, ...asked }) {
    const { contact, supplier } = await findOpen(ctx, asked);
    const { name = "", language } = contact;
    const known = { supplier: supplier.id, contact: contact.id, name, language };
    const outcome = await saveContact.submit(ctx, { ...known, email });
    return "faults" in outcome ? new Faults(outcome.faults) : undefined;
  },
});
