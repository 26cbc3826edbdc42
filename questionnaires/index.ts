import fingerprints from "./fingerprints/published.json" with { type: "json" };
import definition1 from "./forced-labour/v1/questionnaire.json" with { type: "json" };
import { type LoadedQuestionnaire, loadQuestionnaire } from "./load";

/** Every published version, oldest first. A version is never edited once it is published: a new one is added. */
export const questionnaires: readonly LoadedQuestionnaire[] = [definition1].map((json) => loadQuestionnaire(json));

/** The version that somebody was sent, or undefined when there is none. */
export function findQuestionnaire(id: string, version: number): LoadedQuestionnaire | undefined {
  return questionnaires.find(({ definition }) => definition.id === id && definition.version === version);
}

/** The newest version, for new campaigns. Throws for an unknown id. */
export function currentQuestionnaire(id: string): LoadedQuestionnaire {
  const newest = questionnaires.findLast(({ definition }) => definition.id === id);
  if (newest === undefined) throw new Error(`There is no questionnaire ${id}`);
  return newest;
}

const published: Readonly<Record<string, { fingerprint: string } | undefined>> = fingerprints;

/**
 * SHA-256, in lower-case hex, over the canonical JSON (RFC 8785) of a published version with the texts in its source
 * language. Throws for a questionnaire that is not published.
 */
export function fingerprintOf({ key }: LoadedQuestionnaire): string {
  const fingerprint = published[key]?.fingerprint;
  if (fingerprint === undefined) throw new Error(`${key} is not published`);
  return fingerprint;
}
