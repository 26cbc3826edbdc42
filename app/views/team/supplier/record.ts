import type { Moment } from "#app/i18n/dates/moments";
import type { DeclinedView } from "#app/views/team/campaigns/recipient";
import type { SiteMapView } from "#app/views/team/map/site-map";
import type { Band } from "#terms/bands";
import type { InherentPart } from "#terms/inherent-parts";
import type { WorkforceTerm } from "./explained";

/** That a submission is void: since when, who of the team said so, and why, in their words. */
export type VoidView = { readonly at: Moment; readonly by: string; readonly reason: string };

/** One time that the supplier was asked. */
export type CampaignLine = {
  readonly id: string;
  readonly campaign: { readonly name: string; readonly href: string };
  readonly reference: string;
  readonly state: "submitted" | "voided" | "removed" | "started" | "invited" | "declined" | "withdrawn";
  readonly at: Moment;
  /** While it is being answered: how many questions are, and nothing of what. */
  readonly progress?: { readonly answered: number; readonly asked: number };
  /** Why the newest mail was not taken; tried again unless it is final. */
  readonly mailFailure?: { readonly isFinal: boolean; readonly error: string };
  /** Whether it answers questions that were returned. */
  readonly isCorrection: boolean;
  /** Where questions of it are returned, or were; absent for those who may not, and for what is not signed. */
  readonly returned?: string;
  /** Whether they asked for no more mail. */
  readonly optedOut: boolean;
  readonly declined?: DeclinedView;
  /** Where the signed document is. */
  readonly document?: string;
  readonly voided?: VoidView;
  /** Where it is declared void; absent for those who may not, and for what is not signed or void already. */
  readonly voidHref?: string;
  /** When and why it was removed, by whom where somebody asked for it, and the fingerprint of the declaration that went. */
  readonly removed?: {
    readonly at: Moment;
    readonly ground: "term" | "request";
    readonly by: string;
    readonly declaration?: string;
  };
  /** Where what was answered is removed; absent where there is nothing, and for those who may not. */
  readonly remove?: string;
};

export type ContactLine = {
  readonly id: string;
  readonly name?: string;
  readonly email: string;
  readonly language: string;
  readonly endonym: string;
  /** Where it is changed; absent for those who may not. */
  readonly href?: string;
};

export type HistoryLine = {
  readonly id: string;
  readonly at: Moment;
  /** Absent, as confidence and change are, for somebody who does not see answers on North Korean labour. */
  readonly score?: number;
  readonly band: Band;
  readonly confidence?: number;
  readonly rules: string;
  readonly edition: string;
  readonly change?: number;
  readonly was?: Band;
  /** What was decided before it, in words. */
  readonly why?: string;
  /** Whether what it was made of is void. */
  readonly isVoid: boolean;
  /** Whether it is the one that the page reads out. */
  readonly shown: boolean;
};

/** Risk of a site before controls, in points of 0 to 100. */
export type SiteLine = {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly tier: string;
  readonly workers: number;
  readonly inherent: number;
  /** What made its goods count, in words; absent where it cannot be worked out again, and so is what made W. */
  readonly goods?: string;
  readonly workforce?: readonly WorkforceTerm[];
} & Readonly<Record<InherentPart, number>>;

export type SitesView = {
  readonly map: SiteMapView;
  readonly sites: readonly SiteLine[];
  /** How much of the whole the worst site makes up by itself, in percent. */
  readonly worstShare: number;
  /** Whether no site weighs more in the mean of all than the worst one does. */
  readonly isMeanCapped: boolean;
  /** Percent that each part counts. */
  readonly weights: Readonly<Record<InherentPart, number>>;
  /** What the rule set calls each part of the risk. */
  readonly factors: Readonly<Record<InherentPart, string>>;
};

/** Something that happened, and who did it, in words. */
export type TrailLine = { readonly key: string; readonly at: Moment; readonly text: string; readonly by: string };

/** Who signed what, and its fingerprint: SHA-256 in hex. */
export type SignedView = {
  readonly name: string;
  readonly job: string;
  /** How it was confirmed, as a sentence; absent of what was signed before there were codes. */
  readonly confirmed?: string;
  /** Who approved it, where somebody had to. */
  readonly approver?: string;
  readonly hash: string;
  readonly at: Moment;
  readonly revision: number;
};
