/** How the reminders of a campaign stand. */
export type ReminderSummary = {
  /** `waiting`: no mails leave. `planning`: who is reminded when is being worked out. `over`: nobody is left, or it is due. */
  readonly state: "none" | "draft" | "paused" | "waiting" | "planning" | "running" | "over";
  /** When the next one leaves at the earliest, in words; while it is running. */
  readonly next?: string;
  /** How many suppliers had one or more. */
  readonly reminded: number;
  readonly rounds: readonly { readonly round: number; readonly mails: number }[];
};
