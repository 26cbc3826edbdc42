/** Days of the week, as ISO 8601 counts them: Monday first. */
export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof weekdays)[number];

/** When suppliers of a campaign are reminded. */
export type ReminderSchedule = {
  /** Days from the first mail to the first reminder. */
  readonly first: number;
  /** Days from each mail to the next. */
  readonly every: number;
  /** How many reminders there are at most. */
  readonly most: number;
  /** Never empty. */
  readonly days: readonly Weekday[];
  /** By the clock of the supplier: `09:00`; a mail leaves from then on, and before `to`. */
  readonly from: string;
  readonly to: string;
  /** Nobody is reminded until somebody says so. */
  readonly isPaused?: boolean;
};

/** What a schedule may say. `hours`: the earliest and the latest that mails may leave; nobody is written to at night. */
export const scheduleLimits = {
  first: [1, 90],
  every: [2, 90],
  most: [1, 6],
  hours: ["07:00", "20:00"],
} as const;

/** What is proposed: Friday is a day of rest for many who work on Sunday. */
export const usualSchedule: ReminderSchedule = {
  first: 14,
  every: 10,
  most: 3,
  days: ["mon", "tue", "wed", "thu"],
  from: "09:00",
  to: "16:00",
};
