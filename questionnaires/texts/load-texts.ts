import { markProblems } from "./buyer-mark";
import { plainTexts, type TextsFile } from "./file";
import { publishedSource, type TextsSource, uncheckedSource } from "./read-texts";

/** The texts of one language: what is known about each, and the texts by key. */
export type LanguageTexts = { readonly file: TextsFile; readonly strings: ReadonlyMap<string, string> };

/** The texts of one questionnaire by BCP 47 tag. */
export type LoadedTexts = {
  /** Source language first. */
  readonly languages: readonly string[];
  has(language: string): boolean;
  /** Always the same object for a language. @throws Error for texts of a published questionnaire that cannot be used */
  get(language: string): LanguageTexts | undefined;
};

type Revisions = readonly [LoadedTexts, ...LoadedTexts[]];
type Sources = ReadonlyMap<string, TextsSource>;

/**
 * Checks files of texts, built in or uploaded.
 * @param files parsed JSON values from anywhere, one a language and revision
 * @param isPublished what is published was checked before: a language of it is read when somebody first asks for it, since all
 * of them at once were a third of what a start leaves behind
 * @returns the texts of every revision, the first one first, or everything that is wrong, each with its place
 */
export function loadTexts(
  files: readonly unknown[],
  sourceLanguage: string,
  isPublished = false,
): { readonly revisions: Revisions; readonly problems: readonly string[] } {
  const { byRevision, problems } = readFiles(files, isPublished);
  const first = byRevision.get(1) ?? new Map<string, TextsSource>();
  const revisions: [LoadedTexts, ...LoadedTexts[]] = [overlay(undefined, first, sourceLanguage)];
  if (files.length > 0 && !first.has(sourceLanguage))
    problems.push(`texts: there are none in the source language "${sourceLanguage}"`);
  for (let next = 2; next <= byRevision.size; next++) {
    const own = byRevision.get(next);
    if (!own) problems.push(`texts: there is no revision ${next}, though a later one`);
    revisions.push(overlay(revisions[next - 2], own ?? new Map(), sourceLanguage));
  }
  const marks = isPublished ? [] : revisions.flatMap((texts) => markProblems(texts, sourceLanguage));
  return { revisions, problems: [...problems, ...marks] };
}

function readFiles(files: readonly unknown[], isPublished: boolean) {
  const byRevision = new Map<number, Map<string, TextsSource>>();
  const problems: string[] = [];
  for (const [place, json] of files.entries()) {
    const source = isPublished ? publishedSource(json) : uncheckedSource(json, place + 1);
    if (!("read" in source)) {
      problems.push(...source);
      continue;
    }
    const own = byRevision.get(source.revision) ?? new Map<string, TextsSource>();
    byRevision.set(source.revision, own);
    if (own.has(source.language)) problems.push(`texts: the language "${source.language}" is there twice`);
    own.set(source.language, source);
  }
  return { byRevision, problems };
}

/** What a revision says: all that the one before it said, but for what it says otherwise. */
function overlay(before: LoadedTexts | undefined, own: Sources, sourceLanguage: string): LoadedTexts {
  const all = [...(before?.languages ?? []), ...own.keys()];
  const languages = [...new Set(all.includes(sourceLanguage) ? [sourceLanguage, ...all] : all)];
  const read = new Map<string, LanguageTexts | undefined>();
  const readOnce = (language: string): LanguageTexts | undefined => {
    const [old, changed] = [before?.get(language), own.get(language)?.read()];
    if (!changed) return old;
    const file = { language, by: changed.by ?? old?.file.by, strings: { ...old?.file.strings, ...changed.strings } };
    return { file, strings: plainTexts(file) };
  };
  return {
    languages,
    has: (language) => languages.includes(language),
    get(language) {
      if (!read.has(language) && languages.includes(language)) read.set(language, readOnce(language));
      return read.get(language);
    },
  };
}
