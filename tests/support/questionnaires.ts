import { questionnaires } from "#questionnaires/index";
import type { LoadedQuestionnaire } from "#questionnaires/load";

/** The newest built-in version of a questionnaire. */
export function currentQuestionnaire(id: string): LoadedQuestionnaire {
  const newest = questionnaires.findLast(({ definition }) => definition.id === id);
  if (newest === undefined) throw new Error(`There is no questionnaire ${id}`);
  return newest;
}
