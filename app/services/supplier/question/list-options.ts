import { plainWords } from "#app/i18n/words";
import { countryName } from "#app/services/country-names";
import { siteLabel, sitesOf } from "#app/services/sites";
import type { PageWords } from "#app/services/supplier/page-words";
import type { Sitting } from "#app/services/supplier/sitting";
import type { ListName } from "#questionnaires/definition";
import { countries, goods, hsChapters, materials } from "#scoring/editions/index";

export type ListOption = { readonly id: string; readonly label: string; readonly lang?: string };

// Kept by the words, which are made once for each loaded questionnaire and language: two organisations may have
// questionnaires of the same id and version with other words.
const made = new WeakMap<PageWords, Map<ListName, readonly ListOption[]>>();
const drawn = new WeakMap<PageWords, Map<ListName, string>>();

function keptBy<T>(cache: WeakMap<PageWords, Map<ListName, T>>, words: PageWords): Map<ListName, T> {
  const known = cache.get(words) ?? new Map<ListName, T>();
  cache.set(words, known);
  return known;
}

/** What can be chosen of a list, named and sorted for the reader. */
export function listOptions(sitting: Sitting, name: ListName, words: PageWords): readonly ListOption[] {
  if (name === "sites") return sitesOf(sitting.walk).map((row) => ({ id: row.id, label: siteLabel(row) }));
  const known = keptBy(made, words);
  const options = known.get(name) ?? makeOptions(sitting, name, words);
  known.set(name, options);
  return options;
}

/** `<option>` elements of a list as HTML, the chosen one marked: 240 countries as elements would cost more than the page. */
export function optionsHtml(sitting: Sitting, name: ListName, words: PageWords, chosen: string | undefined): string {
  const known = keptBy(drawn, words);
  const fixed = name !== "sites";
  let html = fixed ? known.get(name) : undefined;
  if (html === undefined) {
    html = `<option value="">${escapeHtml(words.t("supplier:choose"))}</option>${listOptions(sitting, name, words)
      .map(({ id, label, lang }) => {
        const said = lang === undefined ? "" : ` lang="${lang}"`;
        return `<option value="${escapeHtml(id)}"${said}>${escapeHtml(label)}</option>`;
      })
      .join("")}`;
    if (fixed) known.set(name, html);
  }
  if (!chosen) return html;
  const at = `<option value="${escapeHtml(chosen)}"`;
  return html.replace(at, () => `${at} selected`);
}

function makeOptions(sitting: Sitting, name: Exclude<ListName, "sites">, words: PageWords): readonly ListOption[] {
  switch (name) {
    case "countries":
      return sorted(
        countries.countries.map(({ iso2 }) => ({ id: iso2, label: countryName(iso2, words.ui) })),
        words.ui,
      );
    case "goods":
      return goods.goods.map(({ id, name: label }) => ({ id, label, ...(words.ui === "en" ? {} : { lang: "en" }) }));
    case "materials":
      return sorted(
        materials.materials.map(({ id }) => named(id, `material.${id}`, words)),
        words.ui,
      );
    case "hs-chapters":
      return hsChapters.chapters.map(({ chapter }) => named(chapter, `hs.${chapter}`, words, `${chapter} `));
    case "questions":
      return [...sitting.questionnaire.questions.values()]
        .filter(({ signing }) => !signing)
        .map(({ id }) => named(id, `${id}.short`, words, `${id} `));
  }
}

function named(id: string, key: string, words: PageWords, before = ""): ListOption {
  const said = words.say(key);
  const label = before + plainWords(said);
  return typeof said === "string" ? { id, label } : { id, label, lang: said.lang };
}

function sorted(options: readonly ListOption[], language: string): readonly ListOption[] {
  const { compare } = new Intl.Collator(language);
  return [...options].sort((one, other) => compare(one.label, other.label));
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
