import type { FunnelStep, RecipientTrouble } from "#terms/recipients";

/** The steps of making a campaign, in their order. */
export const campaignSteps = ["questionnaire", "recipients", "message", "due", "reminders", "launch"] as const;
export type CampaignStep = (typeof campaignSteps)[number];

/** How many recipients reached each step, how many have got their link at all, and how many have each trouble. */
export type FunnelCounts = Readonly<Record<FunnelStep | RecipientTrouble | "reached", number>>;

/** A campaign before its launch. */
export type CampaignDraftView = {
  readonly id: string;
  readonly title: string;
  readonly mayWrite: boolean;
  readonly sharesResults: boolean;
  readonly steps: readonly { readonly step: CampaignStep; readonly done: boolean; readonly text: string }[];
  /** The first step that is not done. */
  readonly next: CampaignStep;
};

/** Questions of a questionnaire: how many everybody is asked, and how many there are. */
export type QuestionCounts = { readonly least: number; readonly all: number };

export type QuestionnaireChoice = {
  readonly key: string;
  readonly title: string;
  readonly version: number;
  readonly questions: QuestionCounts;
  readonly regimes: readonly {
    readonly id: string;
    readonly name: string;
    readonly from?: string;
    readonly questions: QuestionCounts;
  }[];
};

/** Something that was looked at before the launch. */
export type LaunchCheckView = {
  readonly code: "recipients" | "contacts" | "archived" | "due" | "results" | "mail-server" | "mail-kept" | "language";
  readonly state: "fine" | "look" | "stop";
  readonly params: Readonly<Record<string, string | number>>;
};
