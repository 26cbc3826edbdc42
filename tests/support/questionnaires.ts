import { findQuestionnaire, questionnaires } from "#questionnaires/index";
import type { LoadedQuestionnaire } from "#questionnaires/load";

/** The newest built-in version of a questionnaire. */
export function currentQuestionnaire(id: string): LoadedQuestionnaire {
  const newest = questionnaires.findLast(({ definition }) => definition.id === id);
  if (newest === undefined) throw new Error(`There is no questionnaire ${id}`);
  return newest;
}

/** A built-in version of `forced-labour`: answers in tests are those of one version. */
export function forcedLabour(version: number): LoadedQuestionnaire {
  const found = findQuestionnaire("forced-labour", version);
  if (found === undefined) throw new Error(`There is no questionnaire forced-labour@${version}`);
  return found;
}
