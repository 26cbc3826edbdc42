import { dayMs } from "#app/i18n/dates/days";

/** Hours that a sign-in lasts at most, and minutes that it lasts unused. */
export const sessionHours = 12;
export const idleMinutes = 120;

/**
 * Days that a supplier's session lasts at most, however much it is used. Answering takes some days, and whoever holds the link
 * opens it again with one press; a browser that others use too opens nothing any more when it is found weeks later.
 */
export const supplierSessionDays = 14;

/** The instant since which a supplier's session must have been begun, to be one still. */
export function supplierSessionsSince(now: Date): Date {
  return new Date(now.getTime() - supplierSessionDays * dayMs);
}

/** The instant since which a session must have been used, to be one still. */
export function idleSince(now: Date): Date {
  return new Date(now.getTime() - idleMinutes * 60_000);
}
