import { createInstance, type i18n, type Resource, type TFunction } from "i18next";
import { initReactI18next } from "react-i18next/initReactI18next";
import { defaultLanguage, type LanguageTag, languages } from "#app/i18n/languages";
import { cachedTranslation } from "./cached-translation";
import { interpolationFor } from "./interpolation";
import { defaultNamespace, namespaces } from "./namespaces";

const files = import.meta.glob<Record<string, unknown>>("../locales/*/*.json", { eager: true, import: "default" });

const resources: Resource = {};
for (const [file, texts] of Object.entries(files)) {
  const [, , tag = "", name = ""] = file.split("/");
  resources[tag] ??= {};
  resources[tag][name.replace(".json", "")] = texts;
}

function createFor(tag: LanguageTag): i18n {
  const instance = createInstance();
  // Without initAsync: false the texts would arrive a tick after the first page asks for them.
  instance.use(initReactI18next).init({
    lng: tag,
    fallbackLng: defaultLanguage,
    resources,
    ns: namespaces,
    defaultNS: defaultNamespace,
    initAsync: false,
    returnNull: false,
    interpolation: interpolationFor(tag),
  });
  return instance;
}

// One per language for the life of the process: one per request costs a third of all pages a second.
// Never call changeLanguage on them, every request in flight shares them.
const instances = new Map<LanguageTag, i18n>(languages.map(({ tag }) => [tag, createFor(tag)]));

/** The shared i18next instance of a language. Read from it only. */
export function i18nFor(tag: LanguageTag): i18n {
  const instance = instances.get(tag);
  if (!instance) throw new Error(`No such language: ${tag}`);
  return instance;
}

type Translator = TFunction<typeof namespaces>;

const translators = new Map<LanguageTag, Translator>(
  languages.map(({ tag }) => [tag, cachedTranslation(i18nFor(tag).getFixedT(tag, [...namespaces]) as Translator)]),
);

/** `t` of a language with keys of every namespace: `translator("ar")("problems:tooLarge.title")`. Escapes nothing. */
export function translator(tag: LanguageTag): Translator {
  const found = translators.get(tag);
  if (!found) throw new Error(`No such language: ${tag}`);
  return found;
}
