import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { gapsOf } from "#app/services/actions/pages/gaps";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { actionSources } from "#terms/actions/action-states";

/** Something that an action can be opened about; `from` names it. */
export const gapRecord = z.strictObject({
  from: z.string(),
  source: z.enum(actionSources),
  question: z.string().optional(),
  text: z.string(),
  isOnNorthKorea: z.boolean(),
});

/**
 * The gaps of a supplier, as far as somebody may see them; none where nothing that was signed counts.
 * @throws Problem "not-found" for an id that is not in this organisation
 */
export const readGaps = teamUseCase({
  permission: "actions.write",
  input: z.object({ supplier: recordId }),
  events: ["record.mismatched"],
  async run(ctx, { supplier }, event): Promise<{ items: readonly z.output<typeof gapRecord>[] }> {
    if (!(await ctx.store.suppliers.get(ctx.organisation.id, supplier))) throw new Problem("not-found");
    const found = await gapsOf(ctx, event, supplier);
    const items = (found?.gaps ?? []).map(({ id, source, question, text, northKorea }) => ({
      ...{ from: id, source, question, text, isOnNorthKorea: northKorea },
    }));
    return { items };
  },
});
