import fingerprints from "./fingerprints/published.json" with { type: "json" };
import { languages as forcedLabourTexts1 } from "./forced-labour/v1/languages";
import forcedLabour1 from "./forced-labour/v1/questionnaire.json" with { type: "json" };
import { type LoadedQuestionnaire, loadQuestionnaire } from "./load";

/** Every built-in version, oldest first. A version is never edited once it is published: a new one is added. */
export const questionnaires: readonly LoadedQuestionnaire[] = [
  loadQuestionnaire(forcedLabour1, forcedLabourTexts1, fingerprints["forced-labour@1"]),
];

/** The built-in version with this id, or undefined when there is none. */
export function findQuestionnaire(id: string, version: number): LoadedQuestionnaire | undefined {
  return questionnaires.find(({ definition }) => definition.id === id && definition.version === version);
}

/** The newest built-in version, for new campaigns. Throws for an unknown id. */
export function currentQuestionnaire(id: string): LoadedQuestionnaire {
  const newest = questionnaires.findLast(({ definition }) => definition.id === id);
  if (newest === undefined) throw new Error(`There is no questionnaire ${id}`);
  return newest;
}

/** The fingerprint of a published questionnaire. Throws for one that is not published. */
export function fingerprintOf({ fingerprint }: LoadedQuestionnaire): string {
  return fingerprint;
}
