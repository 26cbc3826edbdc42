import { defaultLanguage } from "#app/i18n/languages";
import { type PageText, pageText } from "#app/i18n/page-text";
import { hasSupplierTexts } from "#app/i18n/texts/coverage";
import { isolate } from "#app/i18n/writing/isolate";
import type { ServiceContext } from "#app/services/context/contexts";
import type { Organisation } from "#db/records";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import { completeness, type Texts, textsNaming, textsOf } from "#questionnaires/texts";

/**
 * The words of a supplier's page. `language` is what the person chose; `ui` is what the page itself is written in, which is
 * English while our own words are not there in theirs. Texts in another language than `ui` carry their own.
 */
export type PageTexts = {
  readonly language: string;
  readonly ui: string;
  readonly t: ReturnType<ServiceContext["t"]>;
  readonly texts: Texts;
  /** The same object for all buyers: what names none is kept by it. */
  readonly shared: object;
  /** A text of the questionnaire, or undefined where there is none. */
  find(key: string): PageText | undefined;
  /** A text that has to be there. */
  say(key: string): PageText;
};

export function uiLanguage(language: string): string {
  return hasSupplierTexts(language) ? language : defaultLanguage;
}

const made = new WeakMap<LoadedQuestionnaire, Map<string, PageTexts>>();

/** Whose questions they are: a text may name the buyer. */
type Asked = {
  readonly questionnaire: LoadedQuestionnaire;
  readonly file: { readonly organisation: Pick<Organisation, "name"> };
};

/** The words of a questionnaire's pages in a language, with the name of the buyer where they name it. */
export function pageTexts(ctx: ServiceContext, { questionnaire, file }: Asked, language: string): PageTexts {
  const common = commonTexts(ctx, questionnaire, language);
  const { name } = file.organisation;
  return {
    ...common,
    ...wordsFrom(
      textsNaming(common.texts, (lang) => isolate(name, lang)),
      common.ui,
    ),
  };
}

/** The words that are the same for all buyers; made once and read for ever. */
function commonTexts(ctx: ServiceContext, questionnaire: LoadedQuestionnaire, language: string): PageTexts {
  const known = made.get(questionnaire) ?? new Map<string, PageTexts>();
  made.set(questionnaire, known);
  let words = known.get(language);
  if (!words) {
    words = makeWords(ctx, questionnaire, language);
    known.set(language, words);
  }
  return words;
}

/** The words in the language that a questionnaire was written in. */
export function sourceWords(ctx: ServiceContext, questionnaire: LoadedQuestionnaire): PageTexts {
  return commonTexts(ctx, questionnaire, questionnaire.definition.sourceLanguage);
}

function makeWords(ctx: ServiceContext, questionnaire: LoadedQuestionnaire, language: string): PageTexts {
  const ui = uiLanguage(language);
  return { language, ui, t: ctx.t(ui), shared: {}, ...wordsFrom(textsOf(questionnaire, language), ui) };
}

function wordsFrom(texts: Texts, ui: string): Pick<PageTexts, "texts" | "find" | "say"> {
  const known = new Map<string, PageText | undefined>();
  const find = (key: string) => {
    if (!known.has(key)) {
      const text = texts.get(key);
      known.set(key, text && pageText(text, ui));
    }
    return known.get(key);
  };
  return { texts, find, say: (key) => find(key) ?? key };
}

/** What is missing in a language: everything of ours, or so many texts of the questionnaire; undefined when nothing is. */
export type MissingTexts =
  | { readonly kind: "pages" | "questions"; readonly done: number; readonly all: number }
  | undefined;

const gaps = new WeakMap<LoadedQuestionnaire, Map<string, MissingTexts>>();

/** What is missing of a questionnaire's pages in a language; worked out once. */
export function findMissingTexts(questionnaire: LoadedQuestionnaire, language: string): MissingTexts {
  const byLanguage = gaps.get(questionnaire) ?? new Map<string, MissingTexts>();
  gaps.set(questionnaire, byLanguage);
  if (!byLanguage.has(language)) byLanguage.set(language, findGap(questionnaire, language));
  return byLanguage.get(language);
}

function findGap(questionnaire: LoadedQuestionnaire, language: string): MissingTexts {
  const { done, all } = completeness(questionnaire, language);
  if (!hasSupplierTexts(language)) return { kind: "pages", done, all };
  return done < all ? { kind: "questions", done, all } : undefined;
}
