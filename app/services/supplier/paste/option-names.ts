import { bareText } from "#app/i18n/page-text";
import { listOptions, optionsBeside } from "#app/services/supplier/fields/list-options";
import type { PageTexts } from "#app/services/supplier/page/page-texts";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { Column, Part } from "#questionnaires/definition";
import { matchCountry } from "#scoring/editions/index";

export type Choice = Extract<Part | Column, { type: "one" | "many" }>;
type NamedOption = { readonly id: string; readonly label: string };

/** A name as it is compared: letters alike, without marks that nobody sees. */
export function foldName(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .trim()
    .toLowerCase()
    .replace(/\s+/gu, " ");
}

/** What can be chosen, named in a language. @param key of the part's texts */
export function namedOptions(
  session: SupplierSession,
  { options = [], list, also = [] }: Choice,
  key: string,
  words: PageTexts,
): readonly NamedOption[] {
  const own = options.map((id) => ({ id, label: bareText(words.say(`${key}.option.${id}`)) }));
  const listed = list === undefined ? [] : listOptions(session, list, words);
  return [...own, ...listed, ...optionsBeside(also, key, words)];
}

/** Finds the ids that somebody means by a text; none where nothing fits. */
export type Matcher = (typed: string) => readonly string[];

/** By the names that options have in some languages, the first language first, and by their ids. */
export function optionMatcher(
  session: SupplierSession,
  choice: Choice,
  key: string,
  languages: readonly PageTexts[],
): Matcher {
  const ids = new Map<string, string>();
  // Sites are named by people: a name that two of them have says which of the two is meant no more.
  const shared = new Set<string>();
  const add = (name: string, id: string) => {
    const folded = foldName(name);
    if (!ids.has(folded)) ids.set(folded, id);
    else if (choice.list === "sites" && ids.get(folded) !== id) shared.add(folded);
  };
  for (const words of languages) for (const { id, label } of namedOptions(session, choice, key, words)) add(label, id);
  const [first] = languages;
  const all = first === undefined ? [] : namedOptions(session, choice, key, first);
  // Codes of countries are matched in capitals elsewhere: in small letters they may be words of the reader's language.
  if (choice.list !== "countries") for (const { id } of all) add(id, id);
  const one = (typed: string) => {
    const folded = foldName(typed);
    if (shared.has(folded)) return undefined;
    return ids.get(folded) ?? (choice.list === "countries" ? countryIn(typed) : undefined);
  };
  if (choice.type === "one") return (typed) => [one(typed)].filter((id) => id !== undefined);
  return (typed) => {
    const ways = [[typed], typed.split("\n"), typed.split(/[;|、；؛\n]/u), typed.split(/[;|、；؛\n,،，]/u)];
    const found = ways.map((texts) => texts.filter((text) => text.trim() !== "").map((text) => one(text)));
    return found.find((all): all is string[] => all.length > 0 && all.every((id) => id !== undefined)) ?? [];
  };
}

function countryIn(typed: string): string | undefined {
  const match = matchCountry(typed);
  return "iso2" in match ? match.iso2 : undefined;
}
