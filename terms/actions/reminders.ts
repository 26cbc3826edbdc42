const dayMs = 86_400_000;

/** Days from when an action is due on which its supplier is reminded: no others, however late it is. */
export const reminderDays = [-14, -3, 1, 7, 14] as const;

/** The day after `after` on which a supplier is next reminded of what is due; ISO days. Undefined once all are over. */
export function nextReminder(due: string, after: string): string | undefined {
  return reminderDays.map((days) => dayAfter(due, days)).find((day) => day > after);
}

/** An ISO day so many days later. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}
