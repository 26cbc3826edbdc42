import { isoDay } from "#app/i18n/dates/days";
import { sitesOf } from "#app/services/answers/sites";
import type { ServiceContext } from "#app/services/context/contexts";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { ListName } from "#questionnaires/definition";
import type { ReadingContext } from "#questionnaires/reading";
import { countries, goods, hsChapters, materials } from "#scoring/editions/index";

const fixed: Readonly<Record<Exclude<ListName, "sites" | "questions">, ReadonlySet<string>>> = {
  countries: new Set(countries.countries.map(({ iso2 }) => iso2)),
  "hs-chapters": new Set(hsChapters.chapters.map(({ chapter }) => chapter)),
  goods: new Set(goods.goods.map(({ id }) => id)),
  materials: new Set(materials.materials.map(({ id }) => id)),
};

/** Ids of a list, in its own order. */
export function listIds(session: SupplierSession, name: ListName): readonly string[] {
  if (name === "sites") return sitesOf(session.walk).map(({ id }) => id);
  if (name === "questions") return [...session.questionnaire.questions.keys()];
  return [...fixed[name]];
}

/** The lists that reading an answer checks against. */
export function listsFor(session: SupplierSession): (name: ListName) => { has(id: string): boolean } {
  return (name) => {
    if (name === "sites") return new Set(listIds(session, name));
    return name === "questions" ? session.questionnaire.questions : fixed[name];
  };
}

/** What reading a page of a session needs: its lists, its walk, and the day. */
export function readingIn(
  { clock }: Pick<ServiceContext, "clock">,
  session: SupplierSession,
): Pick<ReadingContext, "lists" | "walk" | "today"> {
  return { lists: listsFor(session), walk: session.walk, today: latestToday(clock.now()) };
}

/** The day that it is where days begin first: nobody's own today is refused as a day to come. */
function latestToday(now: Date): string {
  return isoDay(new Date(now.getTime() + 14 * 3_600_000));
}
