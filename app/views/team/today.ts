import type { RecipientTrouble } from "#terms/recipients";

/** What a risk analyst looks at first, the gravest first. */
export type ConcernName = "present" | "past-after" | "past-before" | "critical" | "low-unproven" | "medium-unproven";

export type ConcernView = { readonly name: ConcernName; readonly suppliers: number; readonly href: string };

export type TodayCampaignView = {
  readonly id: string;
  readonly name: string;
  readonly due: string;
  readonly funnel?: Readonly<Record<"invited" | "submitted" | RecipientTrouble, number>>;
};

export type FirstStepsView = {
  readonly edition: { readonly title: string; readonly countries: number };
  readonly questions: number;
  readonly suppliers: number;
  readonly mayImport: boolean;
  readonly mayCampaign: boolean;
};

/** Something that waits for a person of the team, with the list that shows exactly these. `overdue`: how many of them. */
export type WaitingWork = {
  readonly kind: "reviews-mine" | "reviews-second" | "reviews" | "actions-mine" | "actions-overdue";
  readonly count: number;
  readonly overdue?: number;
  readonly href: string;
};
