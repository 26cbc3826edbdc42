import { formatTime } from "#app/i18n/dates/moments";
import type { ServiceContext } from "#app/services/context/contexts";

/** Until when somebody must wait who tried too often. */
export function waitWords(ctx: Pick<ServiceContext, "t">, language: string, until: Date): string {
  const time = formatTime(fullMinute(until), language, "UTC");
  return ctx.t(language)("team:login.wait", { time, zone: "UTC" });
}

/** The minute at which waiting is over for certain: seconds are not shown. */
function fullMinute(at: Date): Date {
  return new Date(Math.ceil(at.getTime() / 60_000) * 60_000);
}
