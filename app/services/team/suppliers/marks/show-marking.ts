import { teamUseCase } from "#app/services/context/use-case";
import { viewSources } from "#app/services/team/suppliers/filters/known-view";
import { addressOf, queryOf } from "#app/services/team/suppliers/views/kept-query";
import type { MarkingPage } from "#app/views/team/suppliers/marking";
import { chosenInput, chosenSuppliers, mostMarked } from "./chosen-suppliers";

/** Suppliers that are named, so that whoever confirms sees whom they chose. */
const mostNamed = 12;

/** What is about to be changed on many suppliers at once, and what can be put on them. */
export const showMarking = teamUseCase({
  permission: "suppliers.write",
  input: chosenInput,
  events: [],
  async run(ctx, chosen): Promise<MarkingPage> {
    const ids = await chosenSuppliers(ctx, chosen);
    const named = { externalIds: [], emails: [], names: [], ids: ids.slice(0, mostNamed) };
    const suppliers = await ctx.store.suppliers.match(ctx.organisation.id, named);
    const { people, tags } = await viewSources(ctx);
    return {
      title: ctx.t(ctx.language)("table:marks.title"),
      suppliers: Math.min(ids.length, mostMarked),
      most: mostMarked,
      isTooMany: ids.length > mostMarked,
      named: suppliers.map(({ supplier: { id, name, ref } }) => ({ id, name, ref })),
      ...{ people, tags, back: addressOf(queryOf(ctx, chosen.query)) },
    };
  },
});
