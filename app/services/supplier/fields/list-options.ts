import { countryName } from "#app/i18n/country-names";
import { bareText } from "#app/i18n/page-text";
import { escapeHtml } from "#app/i18n/writing/escape-html";
import { siteLabel, sitesOf } from "#app/services/answers/sites";
import type { PageTexts } from "#app/services/supplier/page/page-texts";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { ListName } from "#questionnaires/definition";
import { questionnaireLists } from "#scoring/editions/questionnaire-lists";

export type ListOption = { readonly id: string; readonly label: string; readonly lang?: string };

type FixedList = Exclude<ListName, "sites">;
type FixedOptions = { readonly options: readonly ListOption[]; readonly html: string };

/** By the words of one questionnaire in one language: another organisation's `survey@1` may name the same things otherwise. */
const fixedLists = new WeakMap<PageTexts["shared"], Map<FixedList, FixedOptions>>();

/** What can be chosen of a list, named and sorted for the reader. */
export function listOptions(session: SupplierSession, name: ListName, words: PageTexts): readonly ListOption[] {
  return name === "sites" ? siteOptions(session) : fixedOptions(session, name, words).options;
}

/**
 * `<option>` elements of a list as HTML, the chosen one marked: 240 countries as elements would cost more than the page.
 * @param also answers beside the list, which come before it
 */
export function optionsHtml(
  session: SupplierSession,
  name: ListName,
  words: PageTexts,
  chosen: string | undefined,
  also: readonly ListOption[] = [],
): string {
  const list = name === "sites" ? htmlOf(siteOptions(session), words) : fixedOptions(session, name, words).html;
  const html = also.length === 0 ? list : list.replace("</option>", () => `</option>${elementsOf(also)}`);
  if (!chosen) return html;
  const at = `<option value="${escapeHtml(chosen)}"`;
  return html.replace(at, () => `${at} selected`);
}

function siteOptions({ walk }: SupplierSession): readonly ListOption[] {
  return sitesOf(walk).map((row) => ({ id: row.id, label: siteLabel(row) }));
}

/** A list that is the same for everybody who reads these words; made once. */
function fixedOptions(session: SupplierSession, name: FixedList, words: PageTexts): FixedOptions {
  const byName = fixedLists.get(words.shared) ?? new Map<FixedList, FixedOptions>();
  fixedLists.set(words.shared, byName);
  let fixed = byName.get(name);
  if (!fixed) {
    const options = makeOptions(session, name, words);
    fixed = { options, html: htmlOf(options, words) };
    byName.set(name, fixed);
  }
  return fixed;
}

function htmlOf(options: readonly ListOption[], { t }: PageTexts): string {
  return `<option value="">${escapeHtml(t("supplier:choose"))}</option>${elementsOf(options)}`;
}

function elementsOf(options: readonly ListOption[]): string {
  const elements = options.map(({ id, label, lang }) => {
    const inLanguage = lang === undefined ? "" : ` lang="${lang}"`;
    return `<option value="${escapeHtml(id)}"${inLanguage}>${escapeHtml(label)}</option>`;
  });
  return elements.join("");
}

function makeOptions(session: SupplierSession, name: FixedList, words: PageTexts): readonly ListOption[] {
  const { countries, goods, hsChapters, materials } = questionnaireLists(session.questionnaire);
  switch (name) {
    case "countries":
      return sorted(
        countries.countries.map(({ iso2 }) => ({ id: iso2, label: countryName(iso2, words.ui) })),
        words.ui,
      );
    case "goods":
      return sorted(
        goods.goods.map((good) => goodOption(good, words)),
        words.ui,
      );
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

/** Version 1 has no words for goods: they have the names that their list gives them, which are English. */
function goodOption({ id, name }: { readonly id: string; readonly name: string }, words: PageTexts): ListOption {
  if (words.find(`good.${id}`) !== undefined) return named(id, `good.${id}`, words);
  return { id, label: name, ...(words.ui === "en" ? {} : { lang: "en" }) };
}

/** The answers that a choice has beside its list. @param key of the part's texts */
export function optionsBeside(also: readonly string[], key: string, words: PageTexts): readonly ListOption[] {
  return also.map((id) => named(id, `${key}.option.${id}`, words));
}

function named(id: string, key: string, words: PageTexts, before = ""): ListOption {
  const text = words.say(key);
  const label = before + bareText(text);
  return typeof text === "string" ? { id, label } : { id, label, lang: text.lang };
}

function sorted(options: readonly ListOption[], language: string): readonly ListOption[] {
  const { compare } = new Intl.Collator(language);
  return [...options].sort((one, other) => compare(one.label, other.label));
}
