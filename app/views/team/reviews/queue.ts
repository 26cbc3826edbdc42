import type { Moment } from "#app/i18n/dates/moments";
import type { Band } from "#terms/bands";

/** One review in a list. */
export type QueueLine = {
  readonly id: string;
  readonly href: string;
  readonly name: string;
  readonly reference: string;
  readonly band: Band;
  readonly due: Moment;
  readonly isLate: boolean;
  /** What is left to do, a sentence each. */
  readonly left: readonly string[];
  readonly assigned?: string;
  /** Who is asked to agree to something in it. */
  readonly second?: string;
  readonly isCurrent: boolean;
};

/** How many each list has; `overdue` of all that are open. */
export type QueueCounts = Readonly<Record<"all" | "mine" | "settled" | "overdue", number>> & {
  /** Left out for whoever may not see what they wait for. */
  readonly second?: number;
};
