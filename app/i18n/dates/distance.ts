import { dayMs } from "./days";
import { zonedClock } from "./zones";

/**
 * Days of the calendar of a zone from one instant to another: 0 on the same day, 1 when it is tomorrow, however few hours
 * away; negative when it was yesterday or before.
 */
export function daysUntil(at: Date, now: Date, zone: string): number {
  return Math.round((Date.parse(zonedClock(at, zone).date) - Date.parse(zonedClock(now, zone).date)) / dayMs);
}
