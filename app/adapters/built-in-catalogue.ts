import type { Catalogue } from "#app/services/context/resources/catalogue";
import { questionnaires } from "#questionnaires/index";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import { editions, type LoadedEdition } from "#scoring/editions/index";
import type { LoadedRuleSet } from "#scoring/rules/load-rule-set";
import { ruleSets } from "#scoring/rulesets/index";

/** What a catalogue is made of, each oldest first. */
export type CatalogueContents = {
  readonly questionnaires: readonly LoadedQuestionnaire[];
  readonly ruleSets: readonly LoadedRuleSet[];
  readonly editions: readonly LoadedEdition[];
};

/** A catalogue of loaded objects. @param shelfOf what an organisation has */
export function makeCatalogue(shelfOf: (org: string) => CatalogueContents): Catalogue {
  return {
    questionnaires: async (org) => shelfOf(org).questionnaires,
    questionnaire: async (org, id, version) =>
      shelfOf(org).questionnaires.find(({ definition }) => definition.id === id && definition.version === version),
    ruleSets: async (org) => shelfOf(org).ruleSets,
    rules: async (org, id) => shelfOf(org).ruleSets.find((rules) => rules.id === id),
    editions: async (org) => shelfOf(org).editions,
    edition: async (org, id) => shelfOf(org).editions.find((edition) => edition.id === id),
  };
}

const builtIn: CatalogueContents = { questionnaires, ruleSets, editions };

/** The files that come with the program, the same for every organisation. */
export const builtInCatalogue = makeCatalogue(() => builtIn);
