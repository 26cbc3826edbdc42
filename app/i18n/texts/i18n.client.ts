import { type BackendModule, createInstance, type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import { defaultLanguage, findLanguage } from "#app/i18n/languages";
import { interpolationFor } from "./interpolation";
import { defaultNamespace } from "./namespaces";

// Not eager: every file is a chunk of its own, and a browser fetches those of its language and page only.
const files = import.meta.glob<Record<string, string>>("../locales/*/*.json", { import: "default" });

const chunks: BackendModule = {
  type: "backend",
  init() {},
  read(tag, namespace, done) {
    const load = files[`../locales/${tag}/${namespace}.json`];
    if (!load) return done(null, {});
    load().then(
      (texts) => done(null, texts),
      (error: Error) => done(error, null),
    );
  },
};

/** The browser's i18next, ready for the namespaces the page was drawn with; later ones load when a page needs them. */
export async function startI18n(tag: string, pageNamespaces: readonly string[]): Promise<i18n> {
  const instance = createInstance();
  await instance
    .use(chunks)
    .use(initReactI18next)
    .init({
      lng: tag,
      fallbackLng: findLanguage(tag)?.complete ? false : defaultLanguage,
      ns: [...pageNamespaces],
      defaultNS: defaultNamespace,
      load: "currentOnly",
      returnNull: false,
      interpolation: interpolationFor(tag),
    });
  return instance;
}
