import * as z from "zod";
import { Problem } from "#app/domain/problem";
import type { TeamContext } from "#app/services/context/contexts";
import { fault } from "#app/services/context/faults";
import { givenName, recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { readTrial } from "#app/services/what-if/read-trial";
import { trialAsked } from "#app/services/what-if/trial-asked";
import { MissingError } from "#db/errors";
import type { Trial } from "#db/store";

/** Trials of one person. */
const mostTrials = 50;

/**
 * Keeps what is tried under a name: the figures of the rules, and nothing of what came of it. It is its owner's alone until they
 * share it.
 * @throws Problem "bad-request" for rules that cannot be tried
 */
export const saveTrial = teamUseCase({
  permission: "rules.try",
  input: trialAsked.omit({ trial: true }).extend({ name: givenName }),
  events: ["trial.saved"],
  async run(ctx, { name, ...asked }, event) {
    const { tries } = await readTrial(ctx, asked);
    if (!tries) throw new Problem("bad-request");
    const id = ctx.ids.next();
    const trial: Trial = {
      ...{ org: ctx.organisation.id, id, name, owner: ctx.user.id, isShared: false, savedAt: ctx.clock.now() },
      ...tries,
    };
    const audit = event("trial.saved", trial.org, { trial: id, isShared: false });
    const saved = await ctx.store.trials.save({ trial, most: mostTrials, audit });
    return saved === "full" ? fault("name", "trials-full") : { trial };
  },
});

/** Lets the others who may try rules look at a trial, or its owner alone. @throws Problem "not-found" for somebody else's */
export const shareTrial = teamUseCase({
  permission: "rules.try",
  input: z.object({ trial: recordId, isShared: z.boolean() }),
  events: ["trial.saved"],
  async run(ctx, { trial: id, isShared }, event) {
    const { by: _, ...trial } = await ownTrial(ctx, id);
    const audit = event("trial.saved", trial.org, { trial: id, isShared });
    await orNotFound(ctx.store.trials.save({ trial: { ...trial, isShared }, most: mostTrials, audit }));
    return trial;
  },
});

/** Forgets a trial. @throws Problem "not-found" for somebody else's */
export const removeTrial = teamUseCase({
  permission: "rules.try",
  input: z.object({ trial: recordId }),
  events: ["trial.removed"],
  async run(ctx, { trial: id }, event) {
    const { org, owner } = await ownTrial(ctx, id);
    await orNotFound(ctx.store.trials.remove({ org, id, owner, audit: event("trial.removed", org, { trial: id }) }));
  },
});

async function ownTrial(ctx: TeamContext, id: string) {
  const found = await ctx.store.trials.get(ctx.organisation.id, id);
  if (found?.owner !== ctx.user.id) throw new Problem("not-found");
  return found;
}

async function orNotFound(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (error instanceof MissingError) throw new Problem("not-found");
    throw error;
  }
}
