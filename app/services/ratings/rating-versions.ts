import type { ServiceContext } from "#app/services/context/contexts";
import type { Campaign } from "#db/records";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import type { LoadedEdition } from "#scoring/editions/index";
import type { Rating } from "#scoring/rating";
import { isMadeFor, type LoadedRuleSet } from "#scoring/rules/load-rule-set";

type WithCatalogue = Pick<ServiceContext, "catalogue">;

/** The rules and the countries that answers are rated by. */
export type RuleSetAndEdition = { readonly ruleSet: LoadedRuleSet; readonly edition: LoadedEdition };

/**
 * The questionnaire that a campaign or an attestation names. What was published is never taken away, so one that is not
 * there is a fault of ours.
 * @throws Error when its organisation does not have it
 */
export async function requireQuestionnaire(
  { catalogue }: WithCatalogue,
  { org, questionnaire: id, version }: Pick<Campaign, "org" | "questionnaire" | "version">,
): Promise<LoadedQuestionnaire> {
  const found = await catalogue.questionnaire(org, id, version);
  if (!found) throw new Error(`There is no questionnaire ${id}@${version}`);
  return found;
}

/** The rules and countries that a campaign is rated with. @throws Error when its organisation does not have them */
export async function requireRuleSetAndEdition(
  { catalogue }: WithCatalogue,
  campaign: Pick<Campaign, "org" | "ruleSet" | "edition">,
): Promise<RuleSetAndEdition> {
  const [ruleSet, edition] = await Promise.all([
    catalogue.rules(campaign.org, campaign.ruleSet),
    catalogue.edition(campaign.org, campaign.edition),
  ]);
  if (!ruleSet || !edition) throw new Error(`There is no ${campaign.ruleSet} or no ${campaign.edition}`);
  return { ruleSet, edition };
}

/** What a rating was made from, as far as its organisation has it: names can do without, the arithmetic cannot. */
export type RatingVersions = Partial<RuleSetAndEdition> & { readonly questionnaire?: LoadedQuestionnaire };

/** @param ids of a rating; the questionnaire's is its key, `forced-labour@1` */
export async function findRatingVersions(
  { catalogue }: WithCatalogue,
  org: string,
  ids: { readonly questionnaire?: string; readonly ruleSet?: string; readonly edition?: string },
): Promise<RatingVersions> {
  const [id = "", version = ""] = (ids.questionnaire ?? "").split("@");
  const [questionnaire, ruleSet, edition] = await Promise.all([
    catalogue.questionnaire(org, id, Number(version)),
    ids.ruleSet === undefined ? undefined : catalogue.rules(org, ids.ruleSet),
    ids.edition === undefined ? undefined : catalogue.edition(org, ids.edition),
  ]);
  return { questionnaire, ruleSet, edition };
}

/**
 * All that a rating was made from, for whoever works its figures out again.
 * @throws Error when its organisation does not have it
 */
export async function requireRatingVersions(
  ctx: WithCatalogue,
  org: string,
  { questionnaire: asked, ruleSet: by, edition: at }: Pick<Rating, "questionnaire" | "ruleSet" | "edition">,
): Promise<Required<RatingVersions>> {
  const made = await findRatingVersions(ctx, org, { questionnaire: asked.id, ruleSet: by.id, edition: at.id });
  const { questionnaire, ruleSet, edition } = made;
  if (!questionnaire || !ruleSet || !edition)
    throw new Error(`A rating was made from ${asked.id}, ${by.id} and ${at.id}, and not all of them are there`);
  return { questionnaire, ruleSet, edition };
}

/**
 * The rules that new ratings of a questionnaire are made by: those that its organisation chose last, or else the newest that come with the
 * program. Undefined where an organisation has none.
 */
export async function rulesInForce(
  { catalogue, store }: Pick<ServiceContext, "catalogue" | "store">,
  org: string,
  questionnaire: LoadedQuestionnaire,
): Promise<LoadedRuleSet | undefined> {
  const [ruleSets, chosen] = await Promise.all([catalogue.ruleSets(org), store.ownRules.inForce(org)]);
  const fitting = ruleSets.filter((ruleSet) => isMadeFor(ruleSet, questionnaire));
  for (const { ruleSet } of chosen) {
    const found = fitting.find(({ id }) => id === ruleSet);
    if (found) return found;
  }
  return fitting.at(-1);
}

/** The newest countries, for rating anew. @throws Error when an organisation has none */
export async function newestEdition({ catalogue }: WithCatalogue, org: string): Promise<LoadedEdition> {
  const newest = (await catalogue.editions(org)).at(-1);
  if (!newest) throw new Error("There is no country edition");
  return newest;
}
