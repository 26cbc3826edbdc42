import { languageWithAllTexts } from "#app/i18n/languages";
import type { TeamContext } from "#app/services/context/contexts";
import { noInput } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { rulesInForce } from "#app/services/ratings/rating-versions";
import { lawStart } from "#app/services/team/questionnaires/law-start";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import { textsOf } from "#questionnaires/texts";
import { answerRange } from "#questionnaires/walk";
import { isMadeFor, type LoadedRuleSet } from "#scoring/rules/load-rule-set";

type Counts = { readonly least: number; readonly all: number };

/** A questionnaire version that a campaign can send, in words. */
export type VersionChoice = {
  readonly key: string;
  readonly title: string;
  readonly version: number;
  readonly questions: Counts;
  readonly regimes: readonly {
    readonly id: string;
    readonly name: string;
    /** The day in words from which it applies, where that is to come. */
    readonly from?: string;
    readonly questions: Counts;
  }[];
};

/** A version that can be sent, and the rule sets that rate it, the one for new ratings last: there is one at least. */
export type Version = { readonly questionnaire: LoadedQuestionnaire; readonly ruleSets: readonly LoadedRuleSet[] };

/** The versions that a new campaign can send, newest first. */
export const listVersions = teamUseCase({
  permission: "campaigns.write",
  input: noInput,
  events: [],
  run: (ctx) => versionChoices(ctx),
});

/** The same for other use cases. */
export async function versionChoices(ctx: TeamContext): Promise<readonly VersionChoice[]> {
  const versions = await versionsOf(ctx);
  return versions.toReversed().map(({ questionnaire }) => choiceOf(ctx, questionnaire));
}

/** The version with this key, such as `survey@1`; undefined when a campaign cannot send it. */
export async function findVersion(ctx: TeamContext, key: string): Promise<Version | undefined> {
  return (await versionsOf(ctx)).find(({ questionnaire }) => questionnaire.key === key);
}

/** The version that a new draft takes: the newest that rules rate. Undefined where nothing can be sent. */
export async function newestVersion(ctx: TeamContext): Promise<LoadedQuestionnaire | undefined> {
  return (await versionsOf(ctx)).at(-1)?.questionnaire;
}

/** What can be sent, oldest first: answers that no rules are about could never be rated. */
async function versionsOf(ctx: TeamContext): Promise<readonly Version[]> {
  const org = ctx.organisation.id;
  const [questionnaires, ruleSets] = await Promise.all([
    ctx.catalogue.questionnaires(org),
    ctx.catalogue.ruleSets(org),
  ]);
  const versions = questionnaires.map(async (questionnaire): Promise<Version[]> => {
    const inForce = await rulesInForce(ctx, org, questionnaire);
    const others = ruleSets.filter((rules) => rules !== inForce && isMadeFor(rules, questionnaire));
    return inForce ? [{ questionnaire, ruleSets: [...others, inForce] }] : [];
  });
  return (await Promise.all(versions)).flat();
}

function choiceOf(ctx: TeamContext, questionnaire: LoadedQuestionnaire): VersionChoice {
  const { key, definition } = questionnaire;
  const language = languageWithAllTexts(ctx.language);
  const texts = textsOf(questionnaire, language);
  return {
    key,
    title: texts.get("title")?.text ?? definition.id,
    version: definition.version,
    questions: questionCounts(questionnaire, []),
    regimes: definition.regimes.map((id) => ({
      id,
      name: texts.get(`regime.${id}`)?.text ?? id,
      from: lawStart(ctx, questionnaire, id, language),
      questions: questionCounts(questionnaire, [id]),
    })),
  };
}

/** How many answers a firm gives at least, before it answers anything, and how many there can be for these regimes. */
export function questionCounts(questionnaire: LoadedQuestionnaire, regimes: readonly string[]): Counts {
  const { least, most } = answerRange(questionnaire, regimes);
  return { least, all: most };
}
