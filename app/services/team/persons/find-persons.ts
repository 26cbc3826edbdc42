import * as z from "zod";
import { teamUseCase } from "#app/services/context/use-case";
import { cleanLine } from "#terms/texts/typed-text";

/** Most of each kind that a search shows. */
const mostFound = 50;
/** Shorter texts are in half of all names. */
const leastLetters = 2;

/**
 * Whom the record knows by an address, or by a part of a name: contacts, each address once, people of the team, those who
 * signed, and colleagues whom suppliers asked. `text`: as typed; too short a one finds nobody.
 */
export const findPersons = teamUseCase({
  permission: "persons.read",
  input: z.object({ text: z.string().max(320).transform(cleanLine).catch("") }),
  events: [],
  async run(ctx, { text }) {
    if (text.length < leastLetters)
      return { text, isAsked: text !== "", contacts: [], users: [], signers: [], colleagues: [], isCut: false };
    const found = await ctx.store.persons.find(ctx.organisation.id, { text, most: mostFound });
    const byAddress = new Map<string, { id: string; name?: string; email: string; suppliers: string[] }>();
    for (const { contact, supplier } of found.contacts) {
      const key = contact.email.toLowerCase();
      const known = byAddress.get(key) ?? { id: contact.id, name: contact.name, email: contact.email, suppliers: [] };
      known.suppliers.push(supplier.name);
      byAddress.set(key, known);
    }
    return {
      text,
      isAsked: true,
      contacts: [...byAddress.values()],
      users: found.users.map(({ id, name, email }) => ({ id, name, email })),
      signers: found.signers.map(({ name, job, reference, supplier, attestation }) => ({
        ...{ name, job, reference, supplier, attestation },
      })),
      colleagues: found.colleagues.map(({ colleague: { id, name, email }, ...about }) => ({
        id,
        name,
        email,
        ...about,
      })),
      isCut: [found.contacts, found.users, found.signers, found.colleagues].some(({ length }) => length === mostFound),
    };
  },
});
