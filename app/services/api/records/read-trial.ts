import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { partOf, viewOfPart } from "#app/services/what-if/part/part-query";
import { readPart } from "#app/services/what-if/part/read-part";
import { showWhatIf } from "#app/services/what-if/show-what-if";
import { seesTrials } from "#app/services/what-if/tries-rules";
import { bands } from "#terms/bands";
import { supplierFilterInput } from "./read-suppliers";

const band = z.enum(bands);
const placed = z.strictObject({ score: z.number(), band, place: z.int() });

/** How far a trial is, and what came of it so far. Nothing of it is kept, and no rating of it is official. */
export const trialRecord = z.strictObject({
  stage: z.enum(["waiting", "at-work", "done"]),
  done: z.int(),
  passed: z.int().meta({ description: "Left out: these rules do not rate their questionnaire" }),
  all: z.int(),
  result: z
    .strictObject({
      ...{ changed: z.int(), worse: z.int(), better: z.int(), entering: z.int(), leaving: z.int() },
      cross: z.array(z.strictObject({ band, after: z.array(z.strictObject({ band, count: z.int() })) })),
      movers: z
        .array(z.strictObject({ id: z.string(), name: z.string(), because: z.string(), before: placed, after: placed }))
        .meta({ description: "The largest changes of band" }),
    })
    .optional(),
});
export type TrialRecord = z.output<typeof trialRecord>;

/**
 * What can be tried: rules and countries by their ids, and figures of the rules as `place:figure`; on the suppliers that filters
 * of the table leave. Who is archived is in no trial.
 */
export const trialInput = supplierFilterInput.omit({ archived: true }).extend({
  rules: recordId.optional().meta({ description: "Id of a rule set, or `as-rated`" }),
  edition: recordId.optional().meta({ description: "Id of a country edition" }),
  figure: z
    .array(z.string().regex(/^[\w.-]{1,100}:\d{1,3}$/))
    .max(60)
    .default([])
    .meta({ description: "A figure of the rules, such as `inherent.weights.C:45`" }),
});

/**
 * Tries other rules or countries on rated suppliers, as the page does: asked again it goes on, and what nobody asks for ends.
 * @throws Problem "not-allowed" for whoever may not see what came of it; "bad-request" where nothing can be tried
 */
export const readTrialResult = teamUseCase({
  permission: "rules.try",
  input: trialInput,
  events: [],
  async run(ctx, { rules, edition, figure, ...filters }): Promise<TrialRecord> {
    const typed = Object.fromEntries(figure.map((one) => one.split(":")));
    if (!seesTrials(ctx)) throw new Problem("not-allowed", { permission: "north-korea.read" });
    // As an address of the page says it: several values in one order, and each once.
    const part = partOf(viewOfPart(partOf(filters)));
    // A page leaves out what the organisation does not have; a program would take all suppliers for those of a campaign.
    if (((await readPart(ctx, part))?.query ?? "") !== part) throw new Problem("bad-request");
    const { work, result } = await showWhatIf(ctx, { rules, edition, typed, part });
    if (!work) throw new Problem("bad-request");
    const { stage, done, passed, all } = work;
    return { stage, done, passed, all, result: result && resultOf(result) };
  },
});

type Shown = NonNullable<Awaited<ReturnType<typeof showWhatIf>>["result"]>;

function resultOf({ changed, worse, better, entering, leaving, cross, movers }: Shown): TrialRecord["result"] {
  return {
    ...{ changed, worse, better, entering, leaving },
    cross: cross.map(({ band, after }) => ({ band, after: after.map((one) => ({ ...one })) })),
    movers: movers.map(({ id, name, because, before, after }) => ({
      ...{ id, name, because, before: { ...before }, after: { ...after } },
    })),
  };
}
