import { formatCalendarDate, isoDay } from "#app/i18n/dates/days";
import type { ServiceContext } from "#app/services/context/contexts";
import type { LoadedQuestionnaire } from "#questionnaires/load";

/** The day in words from which a law applies; undefined for one that applies already. @param language BCP 47 */
export function lawStart(
  { clock }: Pick<ServiceContext, "clock">,
  { definition: { regimesFrom } }: LoadedQuestionnaire,
  law: string,
  language: string,
): string | undefined {
  const from = regimesFrom?.[law];
  return from !== undefined && from > isoDay(clock.now()) ? formatCalendarDate(from, "day", language) : undefined;
}
