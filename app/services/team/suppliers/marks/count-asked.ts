import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { teamUseCase } from "#app/services/context/use-case";
import { chosenInput, countChosen, mostAsked } from "./chosen-suppliers";

/**
 * How many suppliers of the table a campaign is to ask; nothing where none were chosen there.
 * @throws Problem "not-found" where none of them is there; "too-large" for more than one campaign asks
 */
export const countAsked = teamUseCase({
  permission: "campaigns.write",
  input: z.object({ chosen: chosenInput.optional() }),
  events: [],
  async run(ctx, { chosen }) {
    if (chosen === undefined) return undefined;
    const { suppliers, archived } = await countChosen(ctx, chosen);
    if (suppliers > mostAsked) throw new Problem("too-large");
    return { suppliers, archived };
  },
});
