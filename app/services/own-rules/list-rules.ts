import { timeMoment } from "#app/i18n/dates/moments";
import type { TeamContext } from "#app/services/context/contexts";
import { noInput } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { rulesInForce } from "#app/services/ratings/rating-versions";
import { versionNames } from "#app/services/team/ratings/versions";
import type { RulesPage } from "#app/views/team/rules/own-rules";
import { textsOf } from "#questionnaires/texts";
import { ownRuleLine } from "./own-rule";
import { reratingLine } from "./rerating/rerating-line";

/** Which rules new ratings are made by and who said so, the organisation's own rule sets, and what was rated again by them. */
export const listRules = teamUseCase({
  permission: "rules.try",
  input: noInput,
  events: [],
  async run(ctx): Promise<RulesPage> {
    const { store, catalogue, organisation, language } = ctx;
    const { id: org } = organisation;
    const [names, own, chosen, reratings, ruleSets] = await Promise.all([
      versionNames(ctx),
      store.ownRules.list(org),
      store.ownRules.inForce(org),
      store.reratings.list(org),
      catalogue.ruleSets(org),
    ]);
    return {
      inForce: await inForceOf(ctx),
      history: chosen.map(({ at, name, ruleSet, reason }) => ({
        ...{ at: timeMoment(at, language).text, by: name, rules: names.ruleSet(ruleSet), reason },
      })),
      mayRerate: ctx.may("rules.decide"),
      ...(ctx.may("rules.decide")
        ? { choices: ruleSets.map(({ id, title }) => ({ value: id, label: title })).reverse() }
        : {}),
      own: own.map((rules) => ownRuleLine(ctx, rules, names.ruleSet)).reverse(),
      reratings: await Promise.all(reratings.map((one) => reratingLine(ctx, one, names))),
    };
  },
});

async function inForceOf(ctx: TeamContext): Promise<RulesPage["inForce"]> {
  const org = ctx.organisation.id;
  const lines = (await ctx.catalogue.questionnaires(org)).map(async (questionnaire) => {
    const rules = await rulesInForce(ctx, org, questionnaire);
    const title = textsOf(questionnaire, "en").get("title")?.text ?? questionnaire.definition.id;
    const named = { title, version: questionnaire.definition.version };
    const text = ctx.t(ctx.language)("rules:list.version", named);
    return rules ? [{ questionnaire: text, rules: rules.title }] : [];
  });
  return (await Promise.all(lines)).flat().reverse();
}
