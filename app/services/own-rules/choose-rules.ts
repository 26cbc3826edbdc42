import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { fault } from "#app/services/context/faults";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { ConflictError } from "#db/errors";
import { givenReason } from "./draft-rules";
import { examplesHold } from "./examples";

/**
 * Chooses what new ratings are made by: new campaigns, and suppliers that are rated again one by one. Ratings that are there stay, and campaigns that are under way
 * go on with the rules that they were sent with.
 * @throws Problem "changed-meanwhile" where somebody else chose at the same time
 */
export const chooseRules = teamUseCase({
  permission: "rules.decide",
  input: z.object({ rules: recordId, reason: givenReason }),
  events: ["rules.chosen"],
  async run(ctx, { rules: id, reason }, event) {
    const org = ctx.organisation.id;
    const before = await ctx.store.ownRules.inForce(org);
    const [ruleSet, own] = await Promise.all([ctx.catalogue.rules(org, id), ctx.store.ownRules.get(org, id)]);
    if (!ruleSet) return fault("rules", "not-valid");
    if (own && !examplesHold(own)) return fault("rules", "examples-fail");
    const { questionnaire } = ruleSet.definition;
    try {
      await ctx.store.ownRules.choose({
        ...{ org, questionnaire, ruleSet: id, reason, at: ctx.clock.now(), by: ctx.user.id },
        after: before.length,
        audit: event("rules.chosen", org, { rules: id, title: ruleSet.title }),
      });
    } catch (error) {
      if (error instanceof ConflictError) throw new Problem("changed-meanwhile");
      throw error;
    }
    return {};
  },
});
