/** Hours that a sign-in lasts at most, and minutes that it lasts unused. */
export const sessionHours = 12;
export const idleMinutes = 120;

/** The instant since which a session must have been used, to be one still. */
export function idleSince(now: Date): Date {
  return new Date(now.getTime() - idleMinutes * 60_000);
}
