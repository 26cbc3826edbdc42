import type { Sha256 } from "#questionnaires/fingerprints/canonical-json";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import { visibleKeys } from "#questionnaires/texts";

/** How far a text is in a language: not there, of another source text than there is now, or as far as somebody stands for it. */
export type TextState = "missing" | "stale" | "draft" | "reviewed" | "approved";

/**
 * How far each text that a respondent can see is in a language, by key. Those of the source language are what the others are
 * made of, so they are approved by being published.
 * @param language BCP 47 tag
 */
export function textStates(
  { texts, definition }: LoadedQuestionnaire,
  language: string,
  sha256: Sha256,
): ReadonlyMap<string, TextState> {
  const source = texts.get(definition.sourceLanguage)?.strings;
  const own = texts.get(language);
  const stateOf = (key: string): TextState => {
    if (!own?.strings.has(key)) return "missing";
    const entry = own.file.strings[key];
    if (typeof entry !== "object") return "approved";
    return sha256(source?.get(key) ?? "").slice(0, 12) === entry.of ? entry.status : "stale";
  };
  return new Map(visibleKeys({ texts, definition }).map((key) => [key, stateOf(key)]));
}
