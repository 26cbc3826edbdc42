import { checkLimits } from "#questionnaires/checks/limits";
import { markProblems } from "./buyer-mark";
import { plainTexts, TextsFile } from "./file";

/** The texts of one language: what is known about each, and the texts by key. */
export type LanguageTexts = { readonly file: TextsFile; readonly strings: ReadonlyMap<string, string> };

/** The texts of one questionnaire by BCP 47 tag, source language first. */
export type LoadedTexts = ReadonlyMap<string, LanguageTexts>;

type Revisions = readonly [LoadedTexts, ...LoadedTexts[]];
type FilesByRevision = ReadonlyMap<number, ReadonlyMap<string, TextsFile>>;

/**
 * Checks files of texts, built in or uploaded.
 * @param files parsed JSON values from anywhere, one a language and revision
 * @returns the texts of every revision, the first one first, or everything that is wrong, each with its place
 */
export function loadTexts(
  files: readonly unknown[],
  sourceLanguage: string,
): { readonly revisions: Revisions; readonly problems: readonly string[] } {
  const { byRevision, problems } = readFiles(files);
  const first = byRevision.get(1) ?? new Map<string, TextsFile>();
  const revisions: [LoadedTexts, ...LoadedTexts[]] = [overlay(new Map(), first, sourceLanguage)];
  if (files.length > 0 && !first.has(sourceLanguage))
    problems.push(`texts: there are none in the source language "${sourceLanguage}"`);
  for (let next = 2; next <= byRevision.size; next++) {
    const own = byRevision.get(next);
    if (!own) problems.push(`texts: there is no revision ${next}, though a later one`);
    revisions.push(overlay(revisions[next - 2] ?? new Map(), own ?? new Map(), sourceLanguage));
  }
  return { revisions, problems: [...problems, ...revisions.flatMap((texts) => markProblems(texts, sourceLanguage))] };
}

function readFiles(files: readonly unknown[]): { readonly byRevision: FilesByRevision; readonly problems: string[] } {
  const byRevision = new Map<number, Map<string, TextsFile>>();
  const problems: string[] = [];
  for (const [place, json] of files.entries()) {
    const limits = checkLimits(json);
    const parsed = limits.length > 0 ? undefined : TextsFile.safeParse(json);
    if (parsed?.success) {
      const { language, revision = 1 } = parsed.data;
      const own = byRevision.get(revision) ?? new Map<string, TextsFile>();
      byRevision.set(revision, own);
      if (own.has(language)) problems.push(`texts: the language "${language}" is there twice`);
      own.set(language, parsed.data);
      continue;
    }
    const wrong = parsed?.error.issues.map(({ path, message }) => `${path.join(".") || "file"}: ${message}`) ?? limits;
    problems.push(...wrong.map((problem) => `texts ${place + 1}: ${problem}`));
  }
  return { byRevision, problems };
}

/** What a revision says: all that the one before it said, but for what it says otherwise. */
function overlay(before: LoadedTexts, own: ReadonlyMap<string, TextsFile>, sourceLanguage: string): LoadedTexts {
  const tags = [...new Set([sourceLanguage, ...before.keys(), ...own.keys()])];
  const all = tags.flatMap((language): [string, LanguageTexts][] => {
    const [old, changed] = [before.get(language), own.get(language)];
    if (!changed) return old ? [[language, old]] : [];
    const file = { language, by: changed.by ?? old?.file.by, strings: { ...old?.file.strings, ...changed.strings } };
    return [[language, { file, strings: plainTexts(file) }]];
  });
  return new Map(all);
}
