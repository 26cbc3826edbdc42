import { timeMoment } from "#app/i18n/dates/moments";
import type { CallerContext } from "#app/services/context/contexts";
import type { VoidView } from "#app/views/team/supplier/record";
import type { Void } from "#db/records";

/** Since when a submission is void, by whom and why. */
export function voidView({ language }: Pick<CallerContext, "language">, { voidedAt, actor, reason }: Void): VoidView {
  return { at: timeMoment(voidedAt, language), by: "name" in actor ? actor.name : "", reason };
}
