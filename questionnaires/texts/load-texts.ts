import { checkLimits } from "#questionnaires/checks/limits";
import { plainTexts, TextsFile } from "./file";

/** The texts of one language: the file as it was written, and its texts by key. */
export type LanguageTexts = { readonly file: TextsFile; readonly strings: ReadonlyMap<string, string> };

/** The texts of one questionnaire by BCP 47 tag, source language first. */
export type LoadedTexts = ReadonlyMap<string, LanguageTexts>;

/**
 * Checks files of texts, built in or uploaded.
 * @param files parsed JSON values from anywhere, one a language
 * @returns the texts, or everything that is wrong, each with its place
 */
export function loadTexts(
  files: readonly unknown[],
  sourceLanguage: string,
): { readonly texts: LoadedTexts; readonly problems: readonly string[] } {
  const loaded = new Map<string, LanguageTexts>();
  const problems: string[] = [];
  for (const [place, json] of files.entries()) {
    const limits = checkLimits(json);
    const parsed = limits.length > 0 ? undefined : TextsFile.safeParse(json);
    if (parsed?.success) {
      const { language } = parsed.data;
      if (loaded.has(language)) problems.push(`texts: the language "${language}" is there twice`);
      loaded.set(language, { file: parsed.data, strings: plainTexts(parsed.data) });
      continue;
    }
    const wrong = parsed?.error.issues.map(({ path, message }) => `${path.join(".") || "file"}: ${message}`) ?? limits;
    problems.push(...wrong.map((problem) => `texts ${place + 1}: ${problem}`));
  }
  const source = loaded.get(sourceLanguage);
  if (source === undefined) {
    if (files.length > 0) problems.push(`texts: there are none in the source language "${sourceLanguage}"`);
    return { texts: loaded, problems };
  }
  return { texts: new Map([[sourceLanguage, source], ...loaded]), problems };
}
