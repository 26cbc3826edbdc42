import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { dayMoment } from "#app/i18n/dates/moments";
import type { TeamContext } from "#app/services/context/contexts";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { versionNames } from "#app/services/team/ratings/versions";
import { differencesOf } from "#app/services/what-if/dial-words";
import { readPart } from "#app/services/what-if/part/read-part";
import { readTrial } from "#app/services/what-if/read-trial";
import { trialAddress } from "#app/services/what-if/trial-asked";
import { seesTrials } from "#app/services/what-if/tries-rules";
import type { OwnRulePage } from "#app/views/team/rules/own-rules";
import type { NamedRuleSet } from "#db/store";
import { loadOwnRuleSet } from "#scoring/rules/own-rule-set";
import { examplesBeside } from "./examples";
import { isSettled, ownRuleLine } from "./own-rule";
import { rerateOffers } from "./rerating/rate-again";

/**
 * A rule set of the organisation's own beside the one that it comes from, and what can be done with it.
 * @throws Problem "not-found"
 */
export const showRules = teamUseCase({
  permission: "rules.try",
  input: z.object({ rules: recordId }),
  events: [],
  async run(ctx, { rules: id }): Promise<OwnRulePage> {
    const org = ctx.organisation.id;
    const rules = await ctx.store.ownRules.get(org, id);
    const parent = rules && (await ctx.catalogue.rules(org, rules.parent));
    if (!rules || !parent) throw new Problem("not-found");
    const { definition, words, madeFor, changes } = rules;
    const own = loadOwnRuleSet({ definition: JSON.parse(definition), words: JSON.parse(words), madeFor });
    const typed = Object.fromEntries(Object.entries(changes).map(([dial, figure]) => [dial, String(figure)]));
    const isAuthor = rules.draftedBy === ctx.user.id;
    const isDraft = !isSettled(rules);
    const names = await versionNames(ctx);
    return {
      ...ownRuleLine(ctx, rules, names.ruleSet),
      ...{ reason: rules.reason, fingerprint: rules.fingerprint, isAuthor },
      differences: differencesOf(ctx, await readTrial(ctx, { rules: parent.id, typed, part: "" })),
      examples: examplesBeside(parent, own),
      trialAt: trialAddress({ rules: parent.id, part: seesTrials(ctx) ? rules.triedOn?.part : undefined, changes }),
      ...(rules.triedOn ? { triedOn: await triedOnOf(ctx, rules.triedOn) } : {}),
      mayPublish: isDraft && !isAuthor && ctx.may("rules.decide"),
      mayWithdraw: isDraft && (isAuthor || ctx.may("rules.decide")),
      ...settledOf(ctx, rules),
      ...(rules.publishedAt && ctx.may("rules.decide") ? { rerate: await rerateOffers(ctx) } : {}),
    };
  },
});

/** Whoever may not see what came of the trial learns neither its filters nor how many they leave: either could tell an answer. */
async function triedOnOf(
  ctx: TeamContext,
  { part, suppliers, all }: NonNullable<NamedRuleSet["triedOn"]>,
): Promise<NonNullable<OwnRulePage["triedOn"]>> {
  if (!seesTrials(ctx)) return {};
  const read = await readPart(ctx, part);
  return read ? { name: read.name, suppliers, of: all } : {};
}

function settledOf({ language }: TeamContext, rules: NamedRuleSet): Pick<OwnRulePage, "settled"> {
  const { publishedAt, withdrawnAt, publisher, withdrawer } = rules;
  const [at, by] = publishedAt ? [publishedAt, publisher] : [withdrawnAt, withdrawer];
  return at ? { settled: { at: dayMoment(at, language).text, by: by ?? "" } } : {};
}
