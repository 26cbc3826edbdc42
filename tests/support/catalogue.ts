import { type CatalogueContents, makeCatalogue } from "#app/adapters/built-in-catalogue";
import { sha256 } from "#app/adapters/secrets.server";
import { fingerprintsOf } from "#questionnaires/fingerprints/fingerprints";
import { questionnaires } from "#questionnaires/index";
import { type LoadedQuestionnaire, loadQuestionnaire } from "#questionnaires/load";
import { editions } from "#scoring/editions/index";
import { type LoadedRuleSet, loadRuleSet } from "#scoring/rules/load-rule-set";
import { ruleSets } from "#scoring/rulesets/index";
import { textFilesOf } from "#tests/support/text-files";

const [published] = questionnaires;

/**
 * A published questionnaire with other words: `mark` stands before every one of its texts.
 * @param languages those that it has texts in; English must be among them
 */
export function markedQuestionnaire(
  mark: string,
  { version = 1, languages = ["en", "ar"] }: { version?: number; languages?: readonly string[] } = {},
): LoadedQuestionnaire {
  if (!published) throw new Error("nothing is published");
  const { $schema: _, ...definition } = { ...published.definition, version };
  const files = textFilesOf(published).flatMap((file) => {
    if (!languages.includes(file.language)) return [];
    const strings = Object.entries(file.strings).map(([key, entry]) => [
      key,
      typeof entry === "string" ? mark + entry : { ...entry, text: mark + entry.text },
    ]);
    return [{ ...file, strings: Object.fromEntries(strings) }];
  });
  return loadQuestionnaire(definition, files, fingerprintsOf(loadQuestionnaire(definition, files), sha256));
}

const [firstRules, ...laterRules] = ruleSets;

/** The first rules that come with the program, taken to rate later versions too: those that ask what the first one asks. */
export const rulesOfAnyVersion: readonly LoadedRuleSet[] = firstRules
  ? [
      loadRuleSet(firstRules.definition, [...firstRules.words.values()], {
        questionnaire: { id: firstRules.definition.questionnaire, versions: { from: 1, to: 99 } },
        fingerprint: firstRules.fingerprint,
      }),
    ]
  : [];

/**
 * What an organisation has: these questionnaires, and the rules and countries that come with the program. Later rules are about
 * the published later versions only.
 */
export function catalogueContents(...asked: readonly LoadedQuestionnaire[]): CatalogueContents {
  const isPublished = asked.some((one) => one.definition.version > 1 && questionnaires.includes(one));
  return { questionnaires: asked, ruleSets: [...rulesOfAnyVersion, ...(isPublished ? laterRules : [])], editions };
}

/** A catalogue whose organisations get what `shelves` says when they are asked for. */
export function aCatalogue(shelves: ReadonlyMap<string, CatalogueContents>) {
  return makeCatalogue((org) => shelves.get(org) ?? catalogueContents(...questionnaires));
}
