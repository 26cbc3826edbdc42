import { isoDay } from "#app/i18n/dates/days";
import { sitesOf } from "#app/services/answers/sites";
import type { ServiceContext } from "#app/services/context/contexts";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { ListName } from "#questionnaires/definition";
import type { ReadingContext } from "#questionnaires/reading";
import { listMembers } from "#scoring/editions/questionnaire-lists";

/** The lists that reading an answer checks against. */
export function listsFor({ questionnaire, walk }: SupplierSession): (name: ListName) => { has(id: string): boolean } {
  return (name) => {
    if (name === "sites") return new Set(sitesOf(walk).map(({ id }) => id));
    return name === "questions" ? questionnaire.questions : listMembers(questionnaire)[name];
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
