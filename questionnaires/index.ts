import fingerprints from "./fingerprints/published.json" with { type: "json" };
import { dates as forcedLabourDates1 } from "./forced-labour/v1/dates";
import { languages as forcedLabourTexts1 } from "./forced-labour/v1/languages";
import forcedLabour1 from "./forced-labour/v1/questionnaire.json" with { type: "json" };
import { languages as forcedLabourTexts2 } from "./forced-labour/v2/languages";
import forcedLabour2 from "./forced-labour/v2/questionnaire.json" with { type: "json" };
import { type LoadedQuestionnaire, loadQuestionnaire } from "./load";

/** Every built-in version, oldest first. A version is never edited once it is published: a new one is added. */
export const questionnaires: readonly LoadedQuestionnaire[] = [
  loadQuestionnaire(forcedLabour1, forcedLabourTexts1, fingerprints["forced-labour@1"], forcedLabourDates1),
  loadQuestionnaire(forcedLabour2, forcedLabourTexts2, fingerprints["forced-labour@2"]),
];

/** The built-in version with this id, or undefined when there is none. */
export function findQuestionnaire(id: string, version: number): LoadedQuestionnaire | undefined {
  return questionnaires.find(({ definition }) => definition.id === id && definition.version === version);
}
