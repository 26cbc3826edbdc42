import { buyerMark, someBuyer } from "#questionnaires/texts/buyer-mark";
import { isOpenKey, keysOf, sharedOptionKey } from "#questionnaires/texts/keys";
import type { Sha256 } from "./fingerprints/canonical-json";
import type { LoadedQuestionnaire } from "./load";
import type { TextKeys } from "./types/part-type";

/** A text and the BCP 47 tag of the language it really is in, which may be the source language. */
export type Text = { readonly text: string; readonly lang: string };

/** The texts of a questionnaire for somebody who reads one language. */
export type Texts = {
  readonly language: string;
  /** SHA-256, in lower-case hex, over all texts as they are shown in this language. Throws for a draft. */
  readonly revision: string;
  /**
   * Undefined for a key without a text. An option without words of its own has those that its id has everywhere.
   * @param buyer the name of whoever asks, for a text in a language (BCP 47); without it texts say "the buyer"
   */
  get(key: string, buyer?: BuyerName): Text | undefined;
};

type BuyerName = (language: string) => string;

const made = new WeakMap<LoadedQuestionnaire, Map<string, Texts>>();

/** The texts in a language; what is missing there comes in the source language, and says so. */
export function textsOf(questionnaire: LoadedQuestionnaire, language: string): Texts {
  const chosen = questionnaire.texts.has(language) ? language : questionnaire.definition.sourceLanguage;
  let byLanguage = made.get(questionnaire);
  if (byLanguage === undefined) {
    byLanguage = new Map();
    made.set(questionnaire, byLanguage);
  }
  let texts = byLanguage.get(chosen);
  if (texts === undefined) {
    texts = makeTexts(questionnaire, chosen);
    byLanguage.set(chosen, texts);
  }
  return texts;
}

/** The same texts with the name of whoever asks where they name it. */
export function textsNaming(texts: Texts, buyer: BuyerName): Texts {
  return {
    language: texts.language,
    get revision() {
      return texts.revision;
    },
    get: (key) => texts.get(key, buyer),
  };
}

/** All keys that a questionnaire can show; see `completeness` for which of them count. */
export function stringKeys({ definition }: Pick<LoadedQuestionnaire, "definition">): TextKeys {
  return keysOf(definition);
}

/** Keys without a text in a language, of those that a respondent can see. In the source language: all that must be written. */
export function missingKeys(questionnaire: LoadedQuestionnaire, language: string): readonly string[] {
  const strings = stringsIn(questionnaire, language);
  return visibleKeys(questionnaire).filter((key) => !strings.has(key));
}

/** How many of the texts that a respondent can see exist in a language, whatever their status. */
export function completeness(questionnaire: LoadedQuestionnaire, language: string): { done: number; all: number } {
  const all = visibleKeys(questionnaire).length;
  return { done: all - missingKeys(questionnaire, language).length, all };
}

/**
 * Keys whose source text changed after they were translated.
 * @public asked by the tests that watch over translations
 */
export function staleKeys(questionnaire: LoadedQuestionnaire, language: string, sha256: Sha256): readonly string[] {
  const source = stringsIn(questionnaire, questionnaire.definition.sourceLanguage);
  const file = questionnaire.texts.get(language)?.file;
  return Object.entries(file?.strings ?? {}).flatMap(([key, entry]) => {
    if (typeof entry === "string") return [];
    return sha256(source.get(key) ?? "").slice(0, 12) === entry.of ? [] : [key];
  });
}

/** Every text that can be shown in a language, by key: what its revision is the hash of. */
export function allTexts(questionnaire: LoadedQuestionnaire, language: string): Readonly<Record<string, Text>> {
  const own = stringsIn(questionnaire, language);
  const { sourceLanguage } = questionnaire.definition;
  const entries = [...stringsIn(questionnaire, sourceLanguage)].map(([key, text]): [string, Text] => {
    const translated = own.get(key);
    return [key, translated === undefined ? { text, lang: sourceLanguage } : { text: translated, lang: language }];
  });
  return Object.fromEntries(entries);
}

function makeTexts(questionnaire: LoadedQuestionnaire, language: string): Texts {
  const texts = new Map(Object.entries(allTexts(questionnaire, language)));
  const find = (key: string) => {
    const text = texts.get(key);
    if (text !== undefined) return text;
    const shared = sharedOptionKey(key);
    return shared === undefined ? undefined : texts.get(shared);
  };
  return {
    language,
    get revision() {
      const { fingerprints, revision: number } = questionnaire;
      const recorded = number === 1 ? fingerprints?.texts : fingerprints?.revisions?.[number];
      const revision = recorded?.[language];
      if (revision === undefined)
        throw new Error(`The texts of ${questionnaire.key} in ${language} have no revision yet`);
      return revision;
    },
    get(key, buyer) {
      const found = find(key);
      if (!found?.text.includes(buyerMark)) return found;
      const { text, lang } = found;
      // In the language of the text, which is the source's where there is no translation.
      const named = (name: string) => ({ text: text.replaceAll(buyerMark, () => name), lang });
      if (buyer !== undefined) return named(buyer(lang));
      const some = stringsIn(questionnaire, lang).get(someBuyer) ?? find(someBuyer)?.text ?? "";
      return named(text.startsWith(buyerMark) ? some.charAt(0).toLocaleUpperCase(lang) + some.slice(1) : some);
    },
  };
}

/** What must be written, what the source has beyond that, and a shared option in place of one without words of its own. */
export function visibleKeys(questionnaire: Pick<LoadedQuestionnaire, "definition" | "texts">): readonly string[] {
  const source = stringsIn(questionnaire, questionnaire.definition.sourceLanguage);
  const { required, optional } = stringKeys(questionnaire);
  const written = required.map((key) => (source.has(key) ? key : (sharedOptionKey(key) ?? key)));
  const beyond = [...optional.filter((key) => source.has(key)), ...[...source.keys()].filter(isOpenKey)];
  return [...new Set([...written, ...beyond])];
}

const noStrings: ReadonlyMap<string, string> = new Map();

function stringsIn({ texts }: Pick<LoadedQuestionnaire, "texts">, language: string): ReadonlyMap<string, string> {
  return texts.get(language)?.strings ?? noStrings;
}
