import { plainTexts, TextsFile } from "#questionnaires/texts/file";
import { isOpenKey, keysOf, sharedOptionKey } from "#questionnaires/texts/keys";
import type { TextKeys } from "#questionnaires/types/question-type";
import type { Sha256 } from "./fingerprints/canonical-json";
import fingerprints from "./fingerprints/published.json" with { type: "json" };
import { languages as forcedLabour1 } from "./forced-labour/v1/languages";
import type { LoadedQuestionnaire } from "./load";

/** A text and the BCP 47 tag of the language it really is in, which may be the source language. */
export type Text = { readonly text: string; readonly lang: string };

/** The texts of a questionnaire for somebody who reads one language. */
export type Texts = {
  readonly language: string;
  /** SHA-256, in lower-case hex, over all texts as they are shown in this language. Throws while it was not written yet. */
  readonly revision: string;
  /** Undefined for a key without a text. An option without words of its own has those that its id has everywhere. */
  get(key: string): Text | undefined;
};

/** Files by questionnaire key. The source language comes first. */
const files: Readonly<Record<string, readonly unknown[] | undefined>> = { "forced-labour@1": forcedLabour1 };

const revisions: Readonly<Record<string, { texts: Readonly<Record<string, string | undefined>> } | undefined>> =
  fingerprints;

type Loaded = { readonly file: TextsFile; readonly strings: ReadonlyMap<string, string> };
const loaded = new Map<string, readonly Loaded[]>();
const made = new Map<string, Texts>();

/** The texts in a language; what is missing there comes in the source language, and says so. */
export function textsOf(questionnaire: LoadedQuestionnaire, language: string): Texts {
  const { key } = questionnaire;
  const known = loadedFiles(key).some(({ file }) => file.language === language);
  const chosen = known ? language : questionnaire.definition.sourceLanguage;
  const name = `${key} ${chosen}`;
  const texts = made.get(name) ?? makeTexts(questionnaire, chosen);
  made.set(name, texts);
  return texts;
}

/** Tags of the languages that a questionnaire has texts in, source first. A language may be incomplete. */
export function textLanguages({ key }: LoadedQuestionnaire): readonly string[] {
  return loadedFiles(key).map(({ file }) => file.language);
}

/** All keys that a questionnaire can show; see `completeness` for which of them count. */
export function stringKeys({ definition }: LoadedQuestionnaire): TextKeys {
  return keysOf(definition);
}

/** Keys without a text in a language, of those that a respondent can see. In the source language: all that must be written. */
export function missingKeys(questionnaire: LoadedQuestionnaire, language: string): readonly string[] {
  const strings = stringsIn(questionnaire.key, language);
  return visibleKeys(questionnaire).filter((key) => !strings.has(key));
}

/** How many of the texts that a respondent can see exist in a language, whatever their status. */
export function completeness(questionnaire: LoadedQuestionnaire, language: string): { done: number; all: number } {
  const all = visibleKeys(questionnaire).length;
  return { done: all - missingKeys(questionnaire, language).length, all };
}

/** Keys whose source text changed after they were translated. */
export function staleKeys(questionnaire: LoadedQuestionnaire, language: string, sha256: Sha256): readonly string[] {
  const source = stringsIn(questionnaire.key, questionnaire.definition.sourceLanguage);
  const file = loadedFiles(questionnaire.key).find((one) => one.file.language === language)?.file;
  return Object.entries(file?.strings ?? {}).flatMap(([key, entry]) => {
    if (typeof entry === "string") return [];
    return sha256(source.get(key) ?? "").slice(0, 12) === entry.of ? [] : [key];
  });
}

/** Every text that can be shown in a language, by key: what its revision is the hash of. */
export function allTexts(questionnaire: LoadedQuestionnaire, language: string): Readonly<Record<string, Text>> {
  const own = stringsIn(questionnaire.key, language);
  const { sourceLanguage } = questionnaire.definition;
  const entries = [...stringsIn(questionnaire.key, sourceLanguage)].map(([key, text]): [string, Text] => {
    const translated = own.get(key);
    return [key, translated === undefined ? { text, lang: sourceLanguage } : { text: translated, lang: language }];
  });
  return Object.fromEntries(entries);
}

function makeTexts(questionnaire: LoadedQuestionnaire, language: string): Texts {
  const texts = new Map(Object.entries(allTexts(questionnaire, language)));
  return {
    language,
    get revision() {
      const revision = revisions[questionnaire.key]?.texts[language];
      if (revision === undefined)
        throw new Error(`The texts of ${questionnaire.key} in ${language} have no revision yet`);
      return revision;
    },
    get(key) {
      const text = texts.get(key);
      if (text !== undefined) return text;
      const shared = sharedOptionKey(key);
      return shared === undefined ? undefined : texts.get(shared);
    },
  };
}

/** What must be written, what the source has beyond that, and a shared option in place of one without words of its own. */
function visibleKeys(questionnaire: LoadedQuestionnaire): readonly string[] {
  const source = stringsIn(questionnaire.key, questionnaire.definition.sourceLanguage);
  const { required, optional } = stringKeys(questionnaire);
  const written = required.map((key) => (source.has(key) ? key : (sharedOptionKey(key) ?? key)));
  const beyond = [...optional.filter((key) => source.has(key)), ...[...source.keys()].filter(isOpenKey)];
  return [...new Set([...written, ...beyond])];
}

function stringsIn(key: string, language: string): ReadonlyMap<string, string> {
  return loadedFiles(key).find(({ file }) => file.language === language)?.strings ?? new Map();
}

function loadedFiles(key: string): readonly Loaded[] {
  const known = loaded.get(key);
  if (known !== undefined) return known;
  const fresh = (files[key] ?? []).map((json) => {
    const file = TextsFile.parse(json);
    return { file, strings: plainTexts(file) };
  });
  loaded.set(key, fresh);
  return fresh;
}
