import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { filterOf } from "#app/services/team/suppliers/filters/supplier-filter";
import { viewFor } from "#app/services/team/suppliers/filters/view-for";
import { supplierViewInput } from "#app/services/team/suppliers/filters/view-input";
import { partInput, partOf } from "./parts";
import { recordOf } from "./supplier-record";

/** The filters of the suppliers table. */
export const supplierFilterInput = supplierViewInput.omit({ sort: true, direction: true, page: true });

/** Suppliers in the order in which they were numbered, as far as the filters of the table leave them: those added since come last. */
export const readSuppliers = teamUseCase({
  permission: "suppliers.read",
  input: supplierFilterInput.extend(partInput.shape),
  events: [],
  async run(ctx, { after, most, ...filters }) {
    const view = viewFor(ctx, { ...filters, sort: "ref", direction: "up", page: 1 });
    const found = await ctx.store.suppliers.after(ctx.organisation.id, filterOf(view), { after, most: most + 1 });
    const { items, more } = partOf(found, most);
    return { items: items.map((row) => recordOf(ctx, row)), more };
  },
});

/** One supplier with its contacts, its tags and who looks after it. @throws Problem "not-found" for an id that is not in this organisation */
export const readSupplier = teamUseCase({
  permission: "suppliers.read",
  input: z.object({ id: recordId }),
  events: [],
  async run(ctx, { id }) {
    const org = ctx.organisation.id;
    const [row, found] = await Promise.all([ctx.store.suppliers.row(org, id), ctx.store.suppliers.get(org, id)]);
    if (!row || !found) throw new Problem("not-found");
    const contacts = found.contacts.map(({ id: contact, name, email, language }) => ({
      ...{ id: contact, name, email, language },
    }));
    const [tags, people] = await Promise.all([ctx.store.marks.tags(org), ctx.store.users.list(org)]);
    return {
      ...{ ...recordOf(ctx, row), contacts },
      tags: tags.filter((tag) => row.tags.includes(tag.id)).map(({ name }) => name),
      owner: people.find((person) => person.id === row.owner)?.email,
    };
  },
});
