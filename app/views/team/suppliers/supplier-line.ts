import type { Moment } from "#app/i18n/dates/moments";
import type { Band } from "#terms/bands";
import type { DprkState } from "#terms/dprk-states";

/** What raised a rating most: the code of a question or of a part of the arithmetic, its words, its points. */
export type Driver = {
  readonly code: string;
  readonly text: string;
  readonly points?: number;
  readonly floor: boolean;
  /** No fact sets the floor: it is held until the question is answered. */
  readonly unverified: boolean;
};

export type LineRating = {
  /** Points, 0 to 100, higher is worse. */
  readonly score: number;
  readonly band: Band;
  /** 0 to 100. */
  readonly confidence: number;
  /** Whether a floor holds the band above what the score says. */
  readonly held: boolean;
  readonly dprk: DprkState;
  readonly disclosed: boolean;
  readonly driver?: Driver;
  /** Points since the rating before; absent for a first one. */
  readonly change?: number;
  /** The band before, where it was another one. */
  readonly was?: Band;
  readonly signed?: Moment;
  /** Rule set and edition, where they are not those that most of the page was rated with. */
  readonly otherVersions?: string;
};

/** What of a rating somebody reads who does not see answers on North Korean labour: nothing that moves with them but the band. */
export type RestrictedRating = Pick<LineRating, "band" | "was" | "signed" | "otherVersions">;

/** A country (ISO 3166-1 alpha-2), its name for the reader and its tier. */
export type CountryTier = { readonly country: string; readonly name: string; readonly tier: string };

/** One supplier as the table shows it. */
export type SupplierLine = {
  readonly id: string;
  /** Its page, with the view and the place that it is opened from. */
  readonly href: string;
  readonly ref: string;
  readonly name: string;
  /** The buyer's own number for it. */
  readonly externalId?: string;
  readonly place: string;
  /** Of the sites that were rated, worst first; before there is a rating, of what the buyer knows. */
  readonly tiers: readonly CountryTier[];
  readonly rating?: LineRating;
  /** In its place, for every supplier alike. */
  readonly restricted?: RestrictedRating;
  /** The name of whoever looks after it, and the names of its tags. */
  readonly owner?: string;
  readonly tags: readonly string[];
  /** What is still to be done, and when it last saved an answer; absent where no column shows it. */
  readonly open?: { readonly findings: number; readonly actions: number; readonly answered?: Moment };
  /** What is expected before there is a rating, and never beside one. */
  readonly expected?: { readonly score: number; readonly band: Band };
};
