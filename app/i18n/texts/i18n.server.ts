import { createInstance, type i18n, type ResourceLanguage, type TFunction } from "i18next";
import { initReactI18next } from "react-i18next/initReactI18next";
import { defaultLanguage, findLanguage, type LanguageTag } from "#app/i18n/languages";
import { cachedTranslation } from "./cached-translation";
import { interpolationFor } from "./interpolation";
import { defaultNamespace, namespaces } from "./namespaces";

const files = import.meta.glob<Record<string, unknown>>("../locales/*/*.json", { eager: true, import: "default" });

/** The texts of one language by namespace, as values of their own: `files` reads a large file each time it is looked into. */
function textsIn(tag: LanguageTag): ResourceLanguage {
  return Object.fromEntries(
    namespaces.flatMap((namespace) => {
      const file = files[`../locales/${tag}/${namespace}.json`];
      return file ? [[namespace, { ...file }]] : [];
    }),
  );
}

function createFor(tag: LanguageTag): i18n {
  const instance = createInstance();
  // Without initAsync: false the texts would arrive a tick after the first page asks for them.
  instance.use(initReactI18next).init({
    lng: tag,
    fallbackLng: defaultLanguage,
    resources: { [defaultLanguage]: english, [tag]: tag === defaultLanguage ? english : textsIn(tag) },
    ns: namespaces,
    defaultNS: defaultNamespace,
    initAsync: false,
    returnNull: false,
    interpolation: interpolationFor(tag),
  });
  return instance;
}

const english = textsIn(defaultLanguage);

// One per language for the life of the process, made when first asked for: one per request costs a third of all pages a second.
// Never call changeLanguage on them, every request in flight shares them.
const instances = new Map<LanguageTag, i18n>();

/** The shared i18next instance of a language. Read from it only. */
export function i18nFor(tag: LanguageTag): i18n {
  if (!findLanguage(tag)) throw new Error(`No such language: ${tag}`);
  const instance = instances.get(tag) ?? createFor(tag);
  instances.set(tag, instance);
  return instance;
}

type Translator = TFunction<typeof namespaces>;

const translators = new Map<LanguageTag, Translator>();

/** `t` of a language with keys of every namespace: `translator("ar")("problems:tooLarge.title")`. Escapes nothing. */
export function translator(tag: LanguageTag): Translator {
  let found = translators.get(tag);
  if (!found) {
    found = cachedTranslation(i18nFor(tag).getFixedT(tag, [...namespaces]) as Translator);
    translators.set(tag, found);
  }
  return found;
}
