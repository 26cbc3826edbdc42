import type { Moment } from "#app/i18n/dates/moments";
import type { DocumentsView } from "#app/views/team/evidence/supplier-documents";
import type { HoldLine } from "#app/views/team/hold";
import type { StandingView } from "#app/views/team/reports/benchmark";
import type { AnswerProblemsView, AnswerSection } from "./answers";
import type { ExpectedView } from "./expected";
import type { ExplainedView } from "./explained";
import type { ComparisonView, RatingView } from "./rating";
import type { CampaignLine, ContactLine, HistoryLine, SignedView, SitesView, TrailLine, VoidView } from "./record";
import type { RestrictedRatedView } from "./restricted";

/** One rating and what it was made from; answers are part of it only once they are signed. */
export type RatedView = {
  readonly rating: RatingView;
  /** Absent where the rating cannot be worked out again. */
  readonly explained?: ExplainedView;
  /** Whether no other rating counts instead of it. */
  readonly newest: boolean;
  /** What is kept is not what was signed: what its fingerprint or reference should be, and is. */
  readonly mismatch?: { readonly signed: string; readonly found: string };
  /** What it was made of is void. */
  readonly voided?: VoidView;
  readonly compared?: ComparisonView;
  readonly sites?: SitesView;
  readonly answers?: readonly AnswerSection[];
  readonly findings?: AnswerProblemsView;
  readonly signed?: SignedView;
  /** Absent for a rating that another one replaced. */
  readonly standing?: StandingView;
};

export type EditionChoice = { readonly id: string; readonly name: string; readonly newest: boolean };

/** Where the supplier stands in the list that it was opened from. */
export type PlaceInView = {
  /** From 1. */
  readonly place: number;
  readonly total: number;
  /** The page of the list on which it stands. */
  readonly view: string;
  readonly previous?: string;
  readonly next?: string;
};

export type SupplierPageView = {
  readonly walk?: PlaceInView;
  readonly supplier: {
    readonly id: string;
    readonly ref: string;
    readonly name: string;
    readonly place: string;
    readonly externalId?: string;
  };
  /** Since when it is archived and by whom; absent while it is not. */
  readonly archived?: { readonly since: Moment; readonly by: string };
  /** Where it is archived or restored; absent for those who may not. */
  readonly archiveAt?: string;
  readonly contacts: readonly ContactLine[];
  /** Where a contact is added; absent where there is no room for another, and for those who may not. */
  readonly addContact?: string;
  readonly campaigns: readonly CampaignLine[];
  readonly documents?: DocumentsView;
  /** Legal holds that keep what is about it. */
  readonly holds: readonly HoldLine[];
  /** Where holds are placed and lifted; absent for those who may not. */
  readonly changeHolds?: string;
  /** Where what this rating was made of is decided about; absent where it is kept no more. */
  readonly review?: string;
  /** Only while there is no rating. */
  readonly expected?: ExpectedView;
  readonly rated?: RatedView;
  /** In its place, for somebody who does not see answers on North Korean labour. */
  readonly restricted?: RestrictedRatedView;
  /** The rating on one sheet of paper; absent for those who may not take it away. */
  readonly brief?: string;
  readonly history: readonly HistoryLine[];
  /** The country editions to rate with again; absent where the person may not. */
  readonly rateAgain?: { readonly editions: readonly EditionChoice[] };
  /** The newest events; `more`: whether there are older ones than these. */
  readonly trail: { readonly lines: readonly TrailLine[]; readonly more: boolean };
};
