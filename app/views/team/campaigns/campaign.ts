/** The steps of making a campaign, in their order. */
export const campaignSteps = ["questionnaire", "recipients", "message", "due", "launch"] as const;
export type CampaignStep = (typeof campaignSteps)[number];

/** How far recipients got, in the order of the funnel. */
export const funnelSteps = ["invited", "delivered", "started", "submitted"] as const;
export type FunnelStep = (typeof funnelSteps)[number];

/** What keeps suppliers from answering. */
export const troubleNames = ["failed-mail", "declined", "expired", "silent"] as const;
export type TroubleName = (typeof troubleNames)[number];

/** How many recipients reached each step, and how many have each trouble. */
export type FunnelCounts = Readonly<Record<FunnelStep | TroubleName, number>>;

/** A campaign before its launch. */
export type CampaignDraftView = {
  readonly id: string;
  readonly title: string;
  readonly mayWrite: boolean;
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
  readonly regimes: readonly { readonly id: string; readonly name: string; readonly questions: QuestionCounts }[];
};

/** Something that was looked at before the launch. */
export type LaunchCheckView = {
  readonly code: "recipients" | "contacts" | "due" | "mail-server" | "mail-kept" | "language";
  readonly state: "fine" | "look" | "stop";
  readonly params: Readonly<Record<string, string | number>>;
};
