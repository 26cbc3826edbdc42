import { sitesOf } from "#app/services/sites";
import type { Sitting } from "#app/services/supplier/sitting";
import type { ListName } from "#questionnaires/definition";
import { countries, goods, hsChapters, materials } from "#scoring/editions/index";

const fixed: Readonly<Record<Exclude<ListName, "sites" | "questions">, ReadonlySet<string>>> = {
  countries: new Set(countries.countries.map(({ iso2 }) => iso2)),
  "hs-chapters": new Set(hsChapters.chapters.map(({ chapter }) => chapter)),
  goods: new Set(goods.goods.map(({ id }) => id)),
  materials: new Set(materials.materials.map(({ id }) => id)),
};

/** Ids of a list, in its own order. */
export function listIds(sitting: Sitting, name: ListName): readonly string[] {
  if (name === "sites") return sitesOf(sitting.walk).map(({ id }) => id);
  if (name === "questions") return [...sitting.questionnaire.questions.keys()];
  return [...fixed[name]];
}

/** The lists that reading an answer checks against. */
export function listsFor(sitting: Sitting): (name: ListName) => { has(id: string): boolean } {
  return (name) => {
    if (name === "sites") return new Set(listIds(sitting, name));
    return name === "questions" ? sitting.questionnaire.questions : fixed[name];
  };
}
