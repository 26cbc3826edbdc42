import { countryName } from "#app/i18n/country-names";
import { bareText } from "#app/i18n/foreign-text";
import { escapeHtml } from "#app/i18n/writing/escape-html";
import { siteLabel, sitesOf } from "#app/services/answers/sites";
import type { PageWords } from "#app/services/supplier/page/page-words";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { ListName } from "#questionnaires/definition";
import { countries, goods, hsChapters, materials } from "#scoring/editions/index";

export type ListOption = { readonly id: string; readonly label: string; readonly lang?: string };

const made = new Map<string, readonly ListOption[]>();
const drawn = new Map<string, string>();

/** What can be chosen of a list, named and sorted for the reader. */
export function listOptions(session: SupplierSession, name: ListName, words: PageWords): readonly ListOption[] {
  if (name === "sites") return sitesOf(session.walk).map((row) => ({ id: row.id, label: siteLabel(row) }));
  const key = `${session.questionnaire.key} ${name} ${words.language}`;
  const known = made.get(key);
  if (known) return known;
  const options = makeOptions(session, name, words);
  made.set(key, options);
  return options;
}

/** `<option>` elements of a list as HTML, the chosen one marked: 240 countries as elements would cost more than the page. */
export function optionsHtml(
  session: SupplierSession,
  name: ListName,
  words: PageWords,
  chosen: string | undefined,
): string {
  const key = `${session.questionnaire.key} ${name} ${words.language}`;
  const fixed = name !== "sites";
  let html = fixed ? drawn.get(key) : undefined;
  if (html === undefined) {
    html = `<option value="">${escapeHtml(words.t("supplier:choose"))}</option>${listOptions(session, name, words)
      .map(({ id, label, lang }) => {
        const said = lang === undefined ? "" : ` lang="${lang}"`;
        return `<option value="${escapeHtml(id)}"${said}>${escapeHtml(label)}</option>`;
      })
      .join("")}`;
    if (fixed) drawn.set(key, html);
  }
  if (!chosen) return html;
  const at = `<option value="${escapeHtml(chosen)}"`;
  return html.replace(at, () => `${at} selected`);
}

function makeOptions(
  session: SupplierSession,
  name: Exclude<ListName, "sites">,
  words: PageWords,
): readonly ListOption[] {
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
      return [...session.questionnaire.questions.values()]
        .filter(({ signing }) => !signing)
        .map(({ id }) => named(id, `${id}.short`, words, `${id} `));
  }
}

function named(id: string, key: string, words: PageWords, before = ""): ListOption {
  const said = words.say(key);
  const label = before + bareText(said);
  return typeof said === "string" ? { id, label } : { id, label, lang: said.lang };
}

function sorted(options: readonly ListOption[], language: string): readonly ListOption[] {
  const { compare } = new Intl.Collator(language);
  return [...options].sort((one, other) => compare(one.label, other.label));
}
