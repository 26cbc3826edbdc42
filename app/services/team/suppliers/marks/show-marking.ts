import { teamUseCase } from "#app/services/context/use-case";
import { viewSources } from "#app/services/team/suppliers/filters/known-view";
import { addressOf, queryOf } from "#app/services/team/suppliers/views/kept-query";
import type { MarkingPage } from "#app/views/team/suppliers/marking";
import { chosenAddress, chosenInput, countChosen, mostAsked, mostMarked } from "./chosen-suppliers";

/** What is about to be done with many suppliers at once, and what can be put on them. */
export const showMarking = teamUseCase({
  permission: "suppliers.write",
  input: chosenInput,
  events: [],
  async run(ctx, chosen): Promise<MarkingPage> {
    const { people, tags } = await viewSources(ctx);
    const counted = await countChosen(ctx, chosen);
    const mayAsk = ctx.may("campaigns.write") && counted.suppliers > 0 && counted.suppliers <= mostAsked;
    return {
      title: ctx.t(ctx.language)("table:marks.title"),
      ...counted,
      most: mostMarked,
      isTooMany: counted.suppliers > mostMarked,
      askAt: mayAsk ? chosenAddress("/campaigns/new", chosen) : undefined,
      ...{ people, tags, back: addressOf(queryOf(ctx, chosen.query)) },
    };
  },
});
